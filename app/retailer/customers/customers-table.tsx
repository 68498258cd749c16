import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DeviationShare } from '@/components/energy/bill/deviation-share'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Table, type Column } from '@/components/ui/table'
import type { AgreementRow } from '@/lib/db/read/agreements'
import { sumWh } from '@/lib/domain/metering/register-values'
import { wh } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import { CustomerState } from './customer-state'
import { contractedSoFar, totalsOf } from './customer-totals'

/** One row for each agreement: a customer with two supply points has two. */
export function CustomersTable({ agreements, now }: { agreements: AgreementRow[]; now: number }) {
  const t = useTranslations('customers')
  const { contracted, used } = totalsOf(agreements)
  const totals = {
    name: t('total'),
    contracted: <Energy wh={contracted} unit="kWh" digits={0} />,
    used: <Energy wh={used} unit="kWh" digits={0} />,
  }
  return (
    <Table caption={t('caption')} columns={useColumns(now)} rows={agreements} rowKey={({ id }) => id} totals={totals} />
  )
}

function useColumns(now: number): Column<AgreementRow>[] {
  const t = useTranslations('customers')
  return [
    { key: 'name', header: t('name'), cell: (row) => <Customer row={row} />, primary: true },
    {
      key: 'offer',
      header: t('offer'),
      cell: ({ offerId, offerName }) => (
        <Link href={`/offers/${offerId}`} className="link inline-flex min-h-11 items-center sm:min-h-0">
          {offerName}
        </Link>
      ),
    },
    { key: 'since', header: t('since'), cell: ({ start }) => <Moment at={start} />, numeric: true },
    {
      key: 'receipt',
      header: t('receipt'),
      cell: ({ id, offerName }) => (
        <Link
          href={`/retailer/agreements/${id}/receipt`}
          aria-label={t('receiptOf', { offer: offerName })}
          className="link inline-flex min-h-11 items-center sm:min-h-0"
        >
          {t('openReceipt')}
        </Link>
      ),
    },
    {
      key: 'contracted',
      header: t('contracted'),
      cell: ({ contractedWh }) => <Energy wh={sumWh(contractedWh)} unit="kWh" digits={0} />,
      numeric: true,
    },
    { key: 'used', header: t('used'), cell: (row) => <UsedSoFar row={row} />, numeric: true },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <CustomerState row={row} now={now} />,
    },
  ]
}

/** A name only the two sides of an agreement may know, and which of its supply points is meant. */
function Customer({ row }: { row: AgreementRow }) {
  const name = row.consumerName ?? shortHex(row.consumer)
  const point = row.meterLabel ?? shortHex(row.meterId)
  return (
    <>
      {name}
      {point !== name && <span className="block text-sm font-normal text-quiet">{point}</span>}
    </>
  )
}

/** Used since the last anniversary, and how far that is from what was contracted for the same months. */
function UsedSoFar({ row }: { row: AgreementRow }) {
  const used = row.yearToDate?.usedWh ?? wh(0n)
  return (
    <>
      <Energy wh={used} unit="kWh" digits={0} />
      <span className="block text-xs text-quiet">
        <DeviationShare contracted={contractedSoFar(row)} used={used} />
      </span>
    </>
  )
}
