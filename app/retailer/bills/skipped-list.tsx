import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { Callout } from '@/components/ui/callout'
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { SkipRow } from '@/lib/db/read/settlement'
import { shortHex } from '@/lib/format/hex'
import { formatMonth } from '@/lib/format/period'
import { latestSkips } from './latest-skips'

export interface SkippedListProps {
  skipped: readonly SkipRow[]
  customers: readonly AgreementRow[]
}

/** Months of customers that could not be settled yet, each with its reason. Draws nothing when there are none. */
export function SkippedList({ skipped, customers }: SkippedListProps) {
  const names = new Map(customers.map(({ id, consumerName, meterLabel }) => [id, consumerName ?? meterLabel]))
  const open = latestSkips(skipped)
  if (open.length === 0) return null
  return (
    <ul className="space-y-3">
      {open.map((skip) => (
        <li key={`${skip.agreementId}-${skip.start}`}>
          <SkippedNotice skip={skip} customer={names.get(skip.agreementId) ?? shortHex(skip.consumer)} />
        </li>
      ))}
    </ul>
  )
}

function SkippedNotice({ skip, customer }: { skip: SkipRow; customer: string }) {
  const t = useTranslations('retailerBills.skipped')
  const locale = useLocale()
  const period = formatMonth(skip.start, { locale, timeZone: useTimeZone() ?? 'UTC' })
  return (
    <Callout tone="warning" title={t('title', { customer, period })}>
      <p className="mb-3">{t('other')}</p>
      <RefusalMessage refusal={{ name: skip.reasonName, facts: skip.reasonFacts }} />
    </Callout>
  )
}
