import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { BillAmount } from '@/components/energy/bill/bill-amount'
import { totalsOf } from '@/components/energy/bill/bill-totals'
import { DeviationShare } from '@/components/energy/bill/deviation-share'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment, Period } from '@/components/energy/period'
import { Table, type Column } from '@/components/ui/table'
import type { BillRow } from '@/lib/db/read/billing'
import { sumWh } from '@/lib/domain/metering/register-values'
import { shortHex } from '@/lib/format/hex'

export interface BillsTableProps {
  bills: readonly BillRow[]
  /** Names of the supply points, by meter. Which one a bill is for is said only if there are several. */
  meterLabels: ReadonlyMap<string, string>
}

export function BillsTable({ bills, meterLabels }: BillsTableProps) {
  const t = useTranslations('bills.table')
  const columns = useColumns(meterLabels)
  const { contracted, used, total, penalty } = totalsOf(bills)
  const totals = {
    period: t('sum', { count: bills.length }),
    used: <Energy wh={used} unit="kWh" />,
    contracted: <Energy wh={contracted} unit="kWh" />,
    deviation: <DeviationShare contracted={contracted} used={used} />,
    penalty: <Money micro={penalty} />,
    total: <Money micro={total} />,
  }
  return (
    <Table
      caption={t('caption')}
      columns={columns.filter(({ key }) => meterLabels.size > 1 || key !== 'point')}
      rows={[...bills]}
      rowKey={({ id }) => id}
      totals={totals}
    />
  )
}

function useColumns(meterLabels: ReadonlyMap<string, string>): Column<BillRow>[] {
  const t = useTranslations('bills.table')
  return [
    { key: 'period', header: t('period'), cell: (bill) => <PeriodLink bill={bill} />, primary: true },
    { key: 'point', header: t('supplyPoint'), cell: ({ meterId }) => meterLabels.get(meterId) ?? shortHex(meterId) },
    { key: 'used', header: t('used'), cell: ({ usedWh }) => <Energy wh={sumWh(usedWh)} unit="kWh" />, numeric: true },
    {
      key: 'contracted',
      header: t('contracted'),
      cell: ({ contractedWh }) => <Energy wh={contractedWh} unit="kWh" />,
      numeric: true,
    },
    {
      key: 'deviation',
      header: t('deviation'),
      cell: ({ contractedWh, usedWh }) => <DeviationShare contracted={contractedWh} used={sumWh(usedWh)} />,
      numeric: true,
    },
    { key: 'penalty', header: t('penalty'), cell: (bill) => <Penalty bill={bill} />, numeric: true },
    {
      key: 'total',
      header: t('total'),
      cell: (bill) => <BillAmount bill={bill} />,
      numeric: true,
    },
    { key: 'settled', header: t('settled'), cell: ({ settledAt }) => <Moment at={settledAt} />, numeric: true },
  ]
}

function PeriodLink({ bill }: { bill: BillRow }) {
  return (
    <Link href={`/consumer/bills/${bill.id}`} className="link inline-flex min-h-11 items-center sm:min-h-0">
      <Period start={bill.start} end={bill.end} />
    </Link>
  )
}

/** What leaving the band cost, and which way it was left. */
function Penalty({ bill }: { bill: BillRow }) {
  const t = useTranslations('bills.table')
  if (bill.penalty === 0n) return <span className="text-quiet">–</span>
  return (
    <span className="text-warning">
      <Money micro={bill.penalty} />{' '}
      <span className="block text-xs">{t(bill.excessWh > 0n ? 'excess' : 'shortfall')}</span>
    </span>
  )
}
