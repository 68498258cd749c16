import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { Split } from '@/lib/domain/billing/deviation'
import type { LineExplanation } from '@/lib/domain/billing/explain'
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
  lines: readonly LineExplanation[]
}

/** Whether this month stayed within its band, and what it cost if it did not: the reason in one sentence. */
export function DeviationCard({ contracted, used, band, lines }: DeviationCardProps) {
  const t = useTranslations('bill.band')
  const deviating = lines.filter(({ kind }) => kind === 'Excess' || kind === 'ShortfallPenalty')
  return (
    <Card title={t('title')} lead={t('lead')} className="break-inside-avoid">
      <BandPicture contracted={contracted} used={used} lower={band.lower} upper={band.upper} />
      <div className="mt-6 space-y-3">
        {deviating.map((line) => (
          <DeviationReason key={line.kind} line={line} band={band} used={used} />
        ))}
        {deviating.length === 0 && <InsideBand band={band} used={used} />}
      </div>
    </Card>
  )
}

function DeviationReason({ line, band, used }: { line: LineExplanation; band: Split; used: Wh }) {
  const t = useTranslations('bill.band')
  const locale = useLocale()
  const energy = (value: Wh) => billedEnergy(value, locale)
  const title = t(line.kind === 'Excess' ? 'excessTitle' : 'shortfallTitle', {
    amount: formatMoney(line.amount, locale),
  })
  const price = formatPrice(line.price, locale, { exact: true })
  if (line.kind === 'Excess') {
    const ratio = formatBasisPoints(bps(line.facts.excessRatio ?? 0n), locale)
    const facts = { used: energy(used), upper: energy(band.upper), excess: energy(line.quantity), ratio, price }
    return (
      <Callout tone="warning" title={title}>
        {t('excess', facts)}
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={title}>
      {t('shortfall', { used: energy(used), lower: energy(band.lower), shortfall: energy(line.quantity), price })}
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
