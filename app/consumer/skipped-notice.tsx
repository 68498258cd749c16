import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { Callout } from '@/components/ui/callout'
import type { SkipRow } from '@/lib/db/read/settlement'
import { formatMonth } from '@/lib/format/period'

/** A month that could not be billed yet, and why. Nothing is asked of the consumer. */
export function SkippedNotice({ skip }: { skip: SkipRow }) {
  const t = useTranslations('supply.skipped')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  return (
    <Callout tone="info" title={t('title', { period: formatMonth(skip.start, { locale, timeZone }) })}>
      {t('meaning')}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center font-medium sm:min-h-8">{t('reason')}</summary>
        <RefusalMessage refusal={{ name: skip.reasonName, facts: skip.reasonFacts }} />
      </details>
    </Callout>
  )
}
