import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { TxHash } from '@/components/energy/chain-name'
import { MoneyDifference } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { MovementRow } from '@/lib/db/read/escrow'

/** What changed the free or the locked balance, newest first, each with the transaction that did it. */
export function MovementsTable({ movements }: { movements: readonly MovementRow[] }) {
  const t = useTranslations('escrow.movements')
  const empty = (
    <EmptyState title={t('none')} icon="wallet">
      {t('noneMeaning')}
    </EmptyState>
  )
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table caption={t('title')} columns={useColumns()} rows={[...movements]} rowKey={keyOf} empty={empty} />
    </Card>
  )
}

/** One log may move money twice: out of the free balance, and for a bill. */
function keyOf({ txHash, logIndex, kind, billId }: MovementRow): string {
  return `${txHash}-${logIndex}-${kind}-${billId}`
}

function useColumns(): Column<MovementRow>[] {
  const t = useTranslations('escrow.movements')
  return [
    { key: 'what', header: t('what'), cell: (movement) => <What movement={movement} />, primary: true },
    { key: 'date', header: t('date'), cell: ({ at }) => <Moment at={at} precision="minute" /> },
    { key: 'proof', header: t('proof'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
    { key: 'amount', header: t('amount'), cell: (movement) => <Amount movement={movement} />, numeric: true },
  ]
}

function What({ movement: { kind, billId } }: { movement: MovementRow }) {
  const t = useTranslations('escrow.movements')
  if (!billId) return t(`kind.${kind}`)
  return (
    <Link href={`/consumer/bills/${billId}`} className="link" title={t('openBill')}>
      {t(`kind.${kind}`)}
    </Link>
  )
}

/** Of what changed only what is locked, as a bid that won does, that. */
function Amount({ movement: { amount, locked } }: { movement: MovementRow }) {
  const t = useTranslations('escrow.movements')
  if (amount === 0n && locked !== 0n) {
    return <span className="text-quiet">{t.rich('locked', { amount: () => <MoneyDifference micro={locked} /> })}</span>
  }
  return <MoneyDifference micro={amount} className={amount > 0n ? 'font-medium text-success' : 'font-medium'} />
}
