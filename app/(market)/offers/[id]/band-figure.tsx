import { useLocale, useTranslations } from 'next-intl'
import type { Bps } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'

/** The scale runs from half to one and a half times the plan, or wider if the band is. */
const NARROWEST = { from: 5_000, to: 15_000 }
const MARGIN = 1_000
const PLAN = 10_000

/** A month's use as a share of the plan: below the band, within it, above it. */
export function BandFigure({ lower, upper }: { lower: Bps; upper: Bps }) {
  const t = useTranslations('offers.band')
  const locale = useLocale()
  const from = Math.max(0, Math.min(NARROWEST.from, Number(lower) - MARGIN))
  const to = Math.max(NARROWEST.to, Number(upper) + MARGIN)
  const at = (share: number) => `${((share - from) / (to - from)) * 100}%`
  const text = { lower: formatBasisPoints(lower, locale), upper: formatBasisPoints(upper, locale) }
  return (
    <div role="img" aria-label={t('figure', text)} className="pt-6 pb-7 text-xs">
      <div className="relative h-3">
        <span className="absolute inset-y-0 left-0 rounded-l-full bg-chart-5" style={{ width: at(Number(lower)) }} />
        <span
          className="absolute inset-y-0 bg-accent"
          style={{ left: at(Number(lower)), width: `calc(${at(Number(upper))} - ${at(Number(lower))})` }}
        />
        <span
          className="absolute inset-y-0 right-0 rounded-r-full bg-chart-outside"
          style={{ left: at(Number(upper)) }}
        />
        <span className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink" style={{ left: at(PLAN) }} />
        <span className="absolute bottom-5 -translate-x-1/2 font-medium" style={{ left: at(PLAN) }}>
          {t('plan')}
        </span>
        <Edge at={at(Number(lower))} align="end">
          {text.lower}
        </Edge>
        <Edge at={at(Number(upper))} align="start">
          {text.upper}
        </Edge>
      </div>
    </div>
  )
}

/** The labels lean away from each other, so that a narrow band does not put one on top of the other. */
function Edge({ at, align, children }: { at: string; align: 'start' | 'end'; children: string }) {
  const shift = align === 'end' ? '-translate-x-full' : ''
  return (
    <span className={`figure absolute top-5 text-quiet ${shift}`} style={{ left: at }}>
      {children}
    </span>
  )
}
