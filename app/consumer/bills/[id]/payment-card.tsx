import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Money, MoneyDifference } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { BalanceAround } from '@/lib/db/read/escrow'
import { micro, type Micro } from '@/lib/domain/units/units'

export interface PaymentCardProps {
  bill: { settledAt: number; revisedAt: number | null }
  /** What of it is still owed. */
  open: Micro
  /** Null where nothing is owed, or what a correction added: it has no day. */
  due: number | null
  /** Null if nobody can tell. */
  balance: BalanceAround | null
}

/** When it is due or when it was paid, and the balance before and after. */
export function PaymentCard({ bill, open, due, balance }: PaymentCardProps) {
  const t = useTranslations('bill.payment')
  const isDue = open > 0n
  const paid = t.rich('paidOn', { day: () => <Moment at={bill.settledAt} /> })
  return (
    <Card title={t('title')} lead={t(isDue ? 'leadDue' : 'lead')} className="break-inside-avoid">
      <StatGroup>
        <Stat
          label={t(isDue ? 'due' : 'nothingDue')}
          value={<Money micro={isDue ? open : micro(0n)} />}
          sub={isDue ? due && t.rich('by', { day: () => <Moment at={due} /> }) : paid}
        />
        {balance && (
          <>
            <Stat label={t('before')} value={<Balance amount={balance.before} />} />
            <Stat
              label={t('after')}
              value={<Balance amount={balance.after} />}
              sub={bill.revisedAt === null ? undefined : t('beforeRevision')}
            />
          </>
        )}
      </StatGroup>
      <p className="mt-5 text-sm text-soft print:hidden">
        <Link href="/consumer/wallet" className="link inline-flex min-h-11 items-center sm:min-h-8">
          {t(isDue ? 'topUp' : 'wallet')}
        </Link>
      </p>
    </Card>
  )
}

function Balance({ amount }: { amount: bigint }) {
  return amount < 0n ? <MoneyDifference micro={amount} /> : <Money micro={micro(amount)} />
}
