import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { SkipRow } from '@/lib/db/read/settlement'
import { micro, type Micro } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { formatMonth } from '@/lib/format/period'

export interface SkippedNoticeProps {
  skip: SkipRow
  /** Free balance now. */
  free: Micro
}

/** A month that could not be billed yet: why, what it means, and what to do. */
export function SkippedNotice({ skip, free }: SkippedNoticeProps) {
  const t = useTranslations('supply.skipped')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const period = formatMonth(skip.start, { locale, timeZone })
  const needed = moneyFact(skip, 'needed')
  if (skip.reasonName !== 'InsufficientFree' || needed === null) return <OtherReason skip={skip} period={period} />
  const facts = { needed: formatMoney(needed, locale), free: formatMoney(free, locale) }
  if (free >= needed) {
    return (
      <Callout tone="info" title={t('coveredTitle', { period })}>
        {t('coveredMeaning', facts)}
      </Callout>
    )
  }
  const missing = micro(needed - free)
  const topUp = (
    <LinkButton href={`/consumer/wallet?topUp=${missing}`} variant="primary">
      {t('topUp', { missing: formatMoney(missing, locale) })}
    </LinkButton>
  )
  return (
    <Callout tone="warning" title={t('shortTitle', { period })} todo={topUp}>
      {t('shortMeaning', facts)}
    </Callout>
  )
}

/** Every other reason has its own sentence; nothing is asked of the consumer. */
function OtherReason({ skip, period }: { skip: SkipRow; period: string }) {
  const t = useTranslations('supply.skipped')
  return (
    <Callout tone="info" title={t('otherTitle', { period })}>
      {t('otherMeaning')}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center font-medium sm:min-h-8">{t('reason')}</summary>
        <RefusalMessage refusal={{ name: skip.reasonName, facts: skip.reasonFacts }} />
      </details>
    </Callout>
  )
}

function moneyFact({ reasonFacts }: SkipRow, name: string): Micro | null {
  const fact = reasonFacts[name]
  return fact === undefined ? null : micro(BigInt(fact))
}
