import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { earliestDue, type OpenDebt } from '@/lib/domain/settlement/left-open'
import { micro } from '@/lib/domain/units/units'
import { sentenceGap } from '@/lib/format/locale'
import { formatMoney } from '@/lib/format/money'
import { Moment } from './period'

export interface OwedNoticeProps {
  /** What is still owed. */
  debts: readonly OpenDebt[]
  /** What is owed for one of these is for energy bought, and not for a bill. */
  purchases: readonly { id: string }[]
  /** Bills that were not paid in full say when that is due. */
  bills: readonly { agreementId: string; txHash: string; due: number | null }[]
}

/** What bills and purchases left open, when it is due, and that money put in pays it by itself. Nothing where nothing is owed. */
export function OwedNotice({ debts, bills, purchases }: OwedNoticeProps) {
  const t = useTranslations('supply.owed')
  const locale = useLocale()
  const owed = micro(debts.reduce<bigint>((sum, { open }) => sum + open, 0n))
  if (owed === 0n) return null
  const due = earliestDue(bills, debts)
  const topUp = (
    <LinkButton href={`/consumer/wallet?topUp=${owed}`} variant="primary">
      {t('topUp', { missing: formatMoney(owed, locale) })}
    </LinkButton>
  )
  return (
    <Callout tone="warning" title={t('title', { amount: formatMoney(owed, locale) })} todo={topUp}>
      {t('meaning', { cause: causeOf(debts, purchases) })}
      {sentenceGap[locale]}
      {due !== null && t.rich('due', { day: () => <Moment at={due} /> })}
    </Callout>
  )
}

function causeOf(debts: OwedNoticeProps['debts'], purchases: OwedNoticeProps['purchases']) {
  const bought = new Set(purchases.map(({ id }) => id))
  const forPurchases = debts.filter(({ cause }) => bought.has(cause)).length
  if (forPurchases === 0) return 'bills'
  return forPurchases === debts.length ? 'purchases' : 'both'
}
