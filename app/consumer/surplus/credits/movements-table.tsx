import { useTranslations } from 'next-intl'
import { TxHash } from '@/components/energy/chain-name'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Table, type Column } from '@/components/ui/table'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { NamedMovement } from '@/lib/services/own-surplus'

const ON_A_PAGE = 20

export interface MovementsTableProps {
  movements: readonly NamedMovement[]
  calendar: readonly PeriodRow[]
  /** From zero. */
  page: number
}

/** Everything that happened to the viewer's credits, newest first, each with the transaction that did it. */
export function MovementsTable({ movements, calendar, page }: MovementsTableProps) {
  const t = useTranslations('credits.movements')
  const pages = Math.ceil(movements.length / ON_A_PAGE)
  const shown = Math.min(page, Math.max(0, pages - 1))
  const rows = movements.slice(shown * ON_A_PAGE, (shown + 1) * ON_A_PAGE)
  const empty = (
    <EmptyState title={t('none')} icon="sun">
      {t('noneMeaning')}
    </EmptyState>
  )
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={useColumns(calendar)}
        rows={rows.map((movement, place) => ({ ...movement, place }))}
        rowKey={({ txHash, creditId, what, place }) => `${txHash}-${creditId}-${what}-${place}`}
        empty={empty}
      />
      <Pager path="/consumer/surplus/credits" search="" page={shown} pages={pages} />
    </Card>
  )
}

function useColumns(calendar: readonly PeriodRow[]): Column<NamedMovement & { place: number }>[] {
  const t = useTranslations('credits.movements')
  return [
    { key: 'what', header: t('what'), cell: (movement) => <What movement={movement} />, primary: true },
    { key: 'period', header: t('period'), cell: ({ start }) => <DeliveryPeriod start={start} calendar={calendar} /> },
    { key: 'at', header: t('at'), cell: ({ at }) => <Moment at={at} precision="minute" /> },
    { key: 'proof', header: t('proof'), cell: ({ txHash }) => <TxHash hash={txHash} /> },
    {
      key: 'energy',
      header: t('energy'),
      numeric: true,
      cell: ({ energy }) => <Energy wh={energy} unit="kWh" exact />,
    },
    {
      key: 'amount',
      header: t('amount'),
      numeric: true,
      cell: ({ amount }) => (amount === null ? <span className="text-quiet">–</span> : <Money micro={amount} />),
    },
  ]
}

function What({ movement: { what, counterpartyName } }: { movement: NamedMovement }) {
  const t = useTranslations('credits.movements')
  return (
    <>
      {t(`did.${what}`)}
      {counterpartyName && <span className="block text-sm font-normal text-quiet">{counterpartyName}</span>}
    </>
  )
}
