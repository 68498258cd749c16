import { useLocale, useTranslations } from 'next-intl'
import type { Micro } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { placeOn, type PricedRow } from './ranking'

type Scale = { from: Micro; to: Micro }

/** From a cheap to a dear year, and the likely cost between them. The figures beside it say the same. */
export function CostBar({ cost, scale }: { cost: PricedRow['cost']; scale: Scale }) {
  const [low, likely, high] = [cost.low, cost.likely, cost.high].map((amount) => placeOn(scale, amount)) as [
    number,
    number,
    number,
  ]
  return (
    <div aria-hidden="true" className="relative h-5" data-bar="">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span
        className="absolute inset-y-1.5 min-w-1 rounded-full bg-accent/35"
        style={{ left: `${low}%`, width: `${high - low}%` }}
      />
      <span className="absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-accent" style={{ left: `${likely}%` }} />
    </div>
  )
}

/** What the ends of every bar's scale are. */
export function ScaleHead({ scale, count }: { scale: Scale; count: number }) {
  const t = useTranslations('compare.results')
  const locale = useLocale()
  const text = (amount: Micro) => formatMoney(amount, locale, { digits: 0 })
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm text-quiet">
      <p>{t('count', { count })}</p>
      <p className="figure">{t('scale', { from: text(scale.from), to: text(scale.to) })}</p>
    </div>
  )
}
