import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { Split } from '@/lib/domain/billing/deviation'
import type { LineExplanation } from '@/lib/domain/billing/explain'
import type { LineKind } from '@/lib/domain/billing/lines'
import type { RuleBasis } from '@/lib/domain/offers/offer'
import { bps, type Wh } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { formatBasisPoints } from '@/lib/format/number'
import { formatPrice } from '@/lib/format/price'
import { BandPicture } from './band-picture'
import { billedEnergy } from '@/lib/format/energy'

export interface DeviationCardProps {
  contracted: Wh
  used: Wh
  band: Split
  /** Whether the band holds for each month or for the contract year. */
  basis: RuleBasis
  lines: readonly LineExplanation[]
}

const DEVIATIONS: LineKind[] = ['Excess', 'ShortfallPenalty', 'AnnualExcess', 'AnnualShortfall']

/** Whether the month or its contract year stayed within the band, and what it cost if not: the reason in one sentence. */
export function DeviationCard({ contracted, used, band, basis, lines }: DeviationCardProps) {
  const t = useTranslations('bill.band')
  const deviating = lines.filter(({ kind }) => DEVIATIONS.includes(kind))
  return (
    <Card title={t('title')} lead={t('lead')} className="later break-inside-avoid">
      <BandPicture contracted={contracted} used={used} lower={band.lower} upper={band.upper} />
      <div className="mt-6 space-y-3">
        {deviating.map((line) => (
          <DeviationReason key={line.kind} line={line} band={band} used={used} />
        ))}
        {deviating.length === 0 && (basis === 'Annual' ? <BandOfYear /> : <InsideBand band={band} used={used} />)}
      </div>
    </Card>
  )
}

function DeviationReason({ line, band, used }: { line: LineExplanation; band: Split; used: Wh }) {
  const t = useTranslations('bill.band')
  const locale = useLocale()
  const energy = (value: Wh) => billedEnergy(value, locale)
  const amount = formatMoney(line.amount, locale)
  const price = formatPrice(line.price, locale, { exact: true })
  const ratio = formatBasisPoints(bps(line.facts.excessRatio ?? 0n), locale)
  if (line.kind === 'AnnualExcess') {
    return (
      <Callout tone="warning" title={t('yearExcessTitle', { amount })}>
        {t('yearExcess', { excess: energy(line.quantity), ratio, price })}
      </Callout>
    )
  }
  if (line.kind === 'AnnualShortfall') {
    return (
      <Callout tone="warning" title={t('yearShortfallTitle', { amount })}>
        {t('yearShortfall', { shortfall: energy(line.quantity), price })}
      </Callout>
    )
  }
  if (line.kind === 'Excess') {
    const facts = { used: energy(used), upper: energy(band.upper), excess: energy(line.quantity), ratio, price }
    return (
      <Callout tone="warning" title={t('excessTitle', { amount })}>
        {t('excess', facts)}
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={t('shortfallTitle', { amount })}>
      {t('shortfall', { used: energy(used), lower: energy(band.lower), shortfall: energy(line.quantity), price })}
    </Callout>
  )
}

function BandOfYear() {
  const t = useTranslations('bill.band')
  return (
    <Callout tone="success" title={t('ofYearTitle')}>
      {t('ofYear')}
    </Callout>
  )
}

function InsideBand({ band, used }: { band: Split; used: Wh }) {
  const t = useTranslations('bill.band')
  const locale = useLocale()
  const energy = (value: Wh) => billedEnergy(value, locale)
  return (
    <Callout tone="success" title={t('insideTitle')}>
      {t('inside', { used: energy(used), lower: energy(band.lower), upper: energy(band.upper) })}
    </Callout>
  )
}
