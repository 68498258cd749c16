import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { NotBillable } from '@/lib/domain/metering/not-billable'
import { wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { formatMinute } from '@/lib/format/period'

/** What will not be billed, or not on measured energy alone, and why. */
export function ReasonsCard({ reasons }: { reasons: NotBillable[] }) {
  const t = useTranslations('operator.data.reasons')
  if (reasons.length === 0) return <Callout tone="success" title={t('none')} />
  return (
    <Card title={t('title')} lead={t('lead')}>
      <ul className="space-y-3 text-sm">
        {reasons.map((reason, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-3 gap-y-1" data-reason={reason.name}>
            <Badge tone={reason.stops ? 'danger' : 'warning'}>{t(reason.stops ? 'stops' : 'doubts')}</Badge>
            <ReasonSentence reason={reason} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A reason with its facts as people read them. */
function ReasonSentence({ reason: { name, stops, facts } }: { reason: NotBillable }) {
  const t = useTranslations('operator.data.reasons')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const texts = Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => {
      if (fact === 'time') return [fact, formatMinute(Number(value), style)]
      if (fact === 'difference')
        return [fact, formatEnergy(wh(magnitude(BigInt(value))), style.locale, { exact: true })]
      return [fact, typeof value === 'bigint' ? Number(value) : value]
    }),
  )
  const sentence = name === 'CapacityExceeded' && stops ? 'ReadsTooFast' : name
  return <span>{t(`names.${sentence}`, texts as never)}</span>
}

const magnitude = (value: bigint) => (value < 0n ? -value : value)
