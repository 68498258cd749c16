import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import type { DeviationClause } from '@/lib/domain/offers/offer'
import { BPS_ONE, bps, microPerKwh, mulDivDown, type MicroPerKwh } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import { BandFigure } from './band-figure'

/** What happens when a month turns out differently from the plan. */
export function BandCard({ clause, reference }: { clause: DeviationClause; reference: MicroPerKwh | null }) {
  const t = useTranslations('offers.band')
  const locale = useLocale()
  const edges = { lower: formatBasisPoints(clause.lower, locale), upper: formatBasisPoints(clause.upper, locale) }
  const excess = formatBasisPoints(clause.excess, locale)
  const excessPrice = reference && microPerKwh(mulDivDown(reference, clause.excess, BPS_ONE))
  return (
    <Card title={t('title')} lead={t('lead')}>
      <figure aria-label={t('title')}>
        <BandFigure lower={clause.lower} upper={clause.upper} />
        <dl className="mt-6 grid gap-5 text-sm sm:grid-cols-3">
          <Zone swatch="bg-chart-5" term={t('belowTitle', edges)} description={t('below', edges)}>
            <Price microPerKwh={clause.shortfall} />
          </Zone>
          <Zone swatch="bg-accent" term={t('withinTitle', edges)} description={t('within')}>
            {t('agreedPrice')}
          </Zone>
          <Zone swatch="bg-chart-outside" term={t('aboveTitle', edges)} description={t('above', { ...edges, excess })}>
            {excessPrice ? <Price microPerKwh={excessPrice} /> : t('aboveUnknown', { excess })}
          </Zone>
        </dl>
      </figure>
      <p className="mt-5 text-sm text-quiet">
        {t('example', { planned: formatBasisPoints(bps(BPS_ONE), locale), ...edges })}
      </p>
    </Card>
  )
}

interface ZoneProps {
  swatch: string
  term: string
  description: string
  children: ReactNode
}

function Zone({ swatch, term, description, children }: ZoneProps) {
  return (
    <div className="min-w-0">
      <dt className="flex items-center gap-2 font-medium">
        <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-[3px] ${swatch}`} />
        {term}
      </dt>
      <dd className="mt-1.5 text-base font-semibold">{children}</dd>
      <dd className="mt-1 text-quiet">{description}</dd>
    </div>
  )
}
