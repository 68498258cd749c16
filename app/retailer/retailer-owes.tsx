import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { DebtRow } from '@/lib/db/read/escrow'
import { micro } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'

/** What purchases and corrected bills left open, and to whom. Nothing where nothing is owed. */
export function RetailerOwes({ debts }: { debts: readonly DebtRow[] }) {
  const t = useTranslations('position.owed')
  const locale = useLocale()
  const owed = micro(debts.reduce<bigint>((sum, { open }) => sum + open, 0n))
  if (owed === 0n) return null
  const names = new Set(debts.map(({ creditor, creditorName }) => creditorName ?? shortHex(creditor)))
  const creditors = new Intl.ListFormat(locale).format(names)
  return (
    <Callout tone="warning" title={t('title', { amount: formatMoney(owed, locale) })}>
      {t('meaning', { creditors })}
    </Callout>
  )
}
