import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { BillAmount } from '@/components/energy/bill/bill-amount'
import { totalsOf } from '@/components/energy/bill/bill-totals'
import { DeviationShare } from '@/components/energy/bill/deviation-share'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Table, type Column } from '@/components/ui/table'
import type { BillRow } from '@/lib/db/read/billing'
import { sumWh } from '@/lib/domain/metering/register-values'
import { micro, type Micro } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'

export interface BillsTableProps {
  bills: BillRow[]
  /** What the retailer got of each bill, by bill. */
  received: ReadonlyMap<string, Micro>
}

const NOTHING = micro(0n)

/** One month's bills. Those that left their band come first: they are what a retailer looks for. */
export function BillsTable({ bills, received }: BillsTableProps) {
  const t = useTranslations('retailerBills.table')
  const { contracted, used, total, penalty } = totalsOf(bills)
  const receivedOf = (id: string) => received.get(id) ?? NOTHING
  const rows = [...bills].sort((a, b) => (a.penalty === b.penalty ? 0 : a.penalty > b.penalty ? -1 : 1))
  const totals = {
    customer: t('sum', { count: bills.length }),
    used: <Energy wh={used} unit="kWh" />,
    contracted: <Energy wh={contracted} unit="kWh" />,
    deviation: <DeviationShare contracted={contracted} used={used} />,
    penalty: <Money micro={penalty} />,
    total: <Money micro={total} />,
    received: <Money micro={micro(bills.reduce<bigint>((sum, { id }) => sum + receivedOf(id), 0n))} />,
  }
  return (
    <Table
      caption={t('caption')}
      columns={useColumns(receivedOf)}
      rows={rows}
      rowKey={({ id }) => id}
      totals={totals}
    />
  )
}

function useColumns(receivedOf: (id: string) => Micro): Column<BillRow>[] {
  const t = useTranslations('retailerBills.table')
  return [
    { key: 'customer', header: t('customer'), cell: (bill) => <CustomerLink bill={bill} />, primary: true },
    { key: 'used', header: t('used'), cell: ({ usedWh }) => <Energy wh={sumWh(usedWh)} unit="kWh" />, numeric: true },
    {
      key: 'contracted',
      header: t('contracted'),
      cell: (bill) => <Energy wh={bill.contractedWh} unit="kWh" />,
      numeric: true,
    },
    {
      key: 'deviation',
      header: t('deviation'),
      cell: (bill) => <DeviationShare contracted={bill.contractedWh} used={sumWh(bill.usedWh)} />,
      numeric: true,
    },
    { key: 'penalty', header: t('penalty'), cell: (bill) => <Penalty bill={bill} />, numeric: true },
    { key: 'total', header: t('total'), cell: (bill) => <BillAmount bill={bill} />, numeric: true },
    {
      key: 'received',
      header: t('received'),
      cell: ({ id }) => <Money micro={receivedOf(id)} className="font-semibold" />,
      numeric: true,
    },
  ]
}

function CustomerLink({ bill }: { bill: BillRow }) {
  return (
    <>
      <Link href={`/retailer/bills/${bill.id}`} className="link inline-flex min-h-11 items-center sm:min-h-0">
        {bill.consumerName ?? shortHex(bill.consumer)}
      </Link>
      <span className="block text-sm font-normal text-quiet">{bill.offerName}</span>
    </>
  )
}

/** What leaving the band cost the customer, and which way it was left. */
function Penalty({ bill }: { bill: BillRow }) {
  const t = useTranslations('retailerBills.table')
  if (bill.penalty === 0n) return <span className="text-quiet">–</span>
  return (
    <span className="font-medium text-warning">
      <Money micro={bill.penalty} />
      <span className="block text-xs font-normal">{t(bill.excessWh > 0n ? 'excess' : 'shortfall')}</span>
    </span>
  )
}
