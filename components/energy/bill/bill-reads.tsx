import { useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { meterSpans, type BilledReads } from './meter-spans'
import { ReadsCard } from './reads-card'

/** The reads a bill was made from; where the meter was exchanged, those of each meter. */
export function BillReads(bill: BilledReads) {
  const t = useTranslations('bill.reads')
  const spans = meterSpans(bill)
  if (spans.length === 1) return spans.map((span) => <ReadsCard key={span.closing.time} {...span} />)
  return (
    <>
      <Callout tone="info" title={t('exchanged', { count: spans.length - 1 })}>
        {t('exchangedMeaning')}
      </Callout>
      {spans.map((span, index) => (
        <ReadsCard
          key={`${span.opening.time}-${span.closing.time}`}
          {...span}
          title={
            index === spans.length - 1
              ? t.rich('presentMeter', { from: () => <Moment at={span.opening.time} precision="minute" /> })
              : t.rich('formerMeter', { to: () => <Moment at={span.closing.time} precision="minute" /> })
          }
        />
      ))}
    </>
  )
}
