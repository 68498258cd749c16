import { useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { TxHash } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { NamedMovement } from '@/lib/services/own-surplus'

export interface RedeemedTableProps {
  /** Energy that vouchers brought. */
  movements: readonly NamedMovement[]
  calendar: readonly PeriodRow[]
}

/** What vouchers brought, each with the transaction that did it. */
export function RedeemedTable({ movements, calendar }: RedeemedTableProps) {
  const t = useTranslations('charging.redeemed')
  const empty = (
    <EmptyState title={t('none')} icon="plug">
      {t('noneMeaning')}
    </EmptyState>
  )
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={useColumns(calendar)}
        rows={[...movements]}
        rowKey={({ txHash, creditId }) => `${txHash}-${creditId}`}
        empty={empty}
      />
    </Card>
  )
}

function useColumns(calendar: readonly PeriodRow[]): Column<NamedMovement>[] {
  const t = useTranslations('charging.redeemed')
  return [
    { key: 'at', header: t('at'), primary: true, cell: ({ at }) => <Moment at={at} precision="minute" /> },
    { key: 'period', header: t('period'), cell: ({ start }) => <DeliveryPeriod start={start} calendar={calendar} /> },
    { key: 'proof', header: t('proof'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
    {
      key: 'energy',
      header: t('energy'),
      numeric: true,
      cell: ({ energy }) => <Energy wh={energy} unit="kWh" exact />,
    },
  ]
}
