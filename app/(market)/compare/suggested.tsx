import { useLocale, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Energy } from '@/components/energy/energy'
import { LinkButton } from '@/components/ui/button'
import { BPS_ONE, micro, wh, type Bps } from '@/lib/domain/units/units'
import type { Suggestion } from '@/lib/domain/offers/compare/offer-cost'
import { formatMoney } from '@/lib/format/money'
import { formatBasisPoints } from '@/lib/format/number'
import { offerHref } from '../offers/[id]/plan-query'
import { monthText } from './month-text'
import type { PricedRow } from './ranking'

/** How much energy to agree on for each month, why, and the way to the offer with it. */
export function Suggested({ row, suggestion }: { row: PricedRow; suggestion: Suggestion }) {
  const t = useTranslations('compare.suggested')
  const locale = useLocale()
  const { months } = suggestion
  const total = wh(months.reduce<bigint>((sum, { contracted }) => sum + contracted, 0n))
  const plan = months.map(({ id, contracted }) => ({ month: Number(id.slice(5)), energy: contracted }))
  return (
    <section aria-label={t('title')} className="space-y-4">
      <div className="max-w-prose">
        <h4 className="font-medium">
          {t.rich('total', {
            title: t('title'),
            energy: () => <Energy wh={total} digits={0} className="font-semibold" />,
          })}
        </h4>
        <p className="mt-1 text-sm text-soft" data-why="">
          <Why suggestion={suggestion} />
        </p>
      </div>
      <MonthBars
        title={t('chart')}
        measure="energy"
        months={months.map(({ id }) => monthText(id, locale))}
        bars={[{ key: 'expected', label: t('expected'), values: months.map(({ expectedUse }) => expectedUse) }]}
        mark={{ key: 'contracted', label: t('contracted'), values: months.map(({ contracted }) => contracted) }}
      />
      <LinkButton href={offerHref(row.id, plan)} variant="primary" className="max-sm:w-full">
        {t('choose', { name: row.name })}
      </LinkButton>
      <p className="text-sm text-quiet">{t('carried')}</p>
    </section>
  )
}

/** The two sides it balances, in one sentence. */
function Why({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations('compare.suggested.why')
  const locale = useLocale()
  const { months, excessIsCheaper, expected, expectedAtUse } = suggestion
  if (excessIsCheaper) return t('excessIsCheaper')
  const [agreed, used] = [sum(months.map((month) => month.contracted)), sum(months.map((month) => month.expectedUse))]
  const saved = expectedAtUse - expected
  if (used === 0n || months.every(({ balance }) => !balance?.quantile)) return t('free')
  const difference = ((agreed > used ? agreed - used : used - agreed) * BPS_ONE) / used
  const facts = {
    percent: formatBasisPoints(rounded(difference), locale),
    saved: formatMoney(micro(saved > 0n ? saved : 0n), locale, { digits: 0 }),
    basis: suggestion.basis,
  }
  if (rounded(difference) === 0n) return t('same', facts)
  return agreed > used ? t('more', facts) : t('less', facts)
}

function sum(energies: readonly bigint[]): bigint {
  return energies.reduce((total, energy) => total + energy, 0n)
}

/** To whole percent. */
function rounded(difference: bigint): Bps {
  return (((difference + 50n) / 100n) * 100n) as Bps
}
