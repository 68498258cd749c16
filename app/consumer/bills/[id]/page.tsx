import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { billerName } from '@/components/energy/bill/biller-name'
import { DeviationCard } from '@/components/energy/bill/deviation-card'
import { LineTable } from '@/components/energy/bill/line-table'
import { paidLines } from '@/components/energy/bill/paid-lines'
import { PricedLineCards } from '@/components/energy/bill/priced-line-cards'
import { PrintButton } from '@/components/energy/bill/print-button'
import { BillReads } from '@/components/energy/bill/bill-reads'
import { Revisions } from '@/components/energy/bill/revisions'
import { SummaryCard } from '@/components/energy/bill/summary-card'
import '@/components/energy/bill/bill-print.css'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { owedBy, type DebtRow } from '@/lib/db/read/escrow'
import { getBill } from '@/lib/db/read/bill'
import { billsOfConsumer, type BillRow } from '@/lib/db/read/billing'
import { memberOf } from '@/lib/db/read/members'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { split } from '@/lib/domain/billing/deviation'
import { sumWh } from '@/lib/domain/metering/register-values'
import { micro, type Micro } from '@/lib/domain/units/units'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { formatPeriod } from '@/lib/format/period'
import { MissingNotice } from './missing-notice'
import { NeighbourLinks } from './neighbour-links'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bill')
  return { title: t('metaTitle') }
}

/** One bill with everything it was made from. Another member's bill and no bill look the same: not found. */
export default async function BillPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireConsumer(`/consumer/bills/${id}`)
  const bill = await getBill(viewer, id)
  if (!bill || !sameHex(bill.consumer as Hex, viewer.address)) notFound()
  const [t, locale, timeZone, bills, debts, refused, grid] = await Promise.all([
    getTranslations('bill'),
    getLocale(),
    getTimeZone(),
    billsOfConsumer(viewer),
    owedBy(viewer),
    refusedRunsOf(viewer, 'revision'),
    memberOf(bill.table.grid),
  ])
  const used = sumWh(bill.usedWh)
  const open = bill.missing > 0n ? openOf(bill.agreementId, debts) : micro(0n)
  const { deviation } = bill.offer.offer
  const band = split(bill.contractedWh, used, deviation)
  const lines = paidLines(bill)
  const biller = billerName({
    model: bill.offer.offer.model,
    retailer: { address: bill.retailer, name: bill.retailerName },
    grid,
  })
  const period = formatPeriod(bill, { locale, timeZone })
  return (
    <div className="bill">
      <PageHeader
        back={{ href: '/consumer/bills', label: t('back') }}
        title={t('title', { period })}
        badge={<Badge tone={open > 0n ? 'warning' : 'success'}>{t(open > 0n ? 'partlyPaid' : 'paid')}</Badge>}
        lead={bill.meterLabel}
        actions={<PrintButton label={t('print')} />}
      />
      <div className="space-y-4 sm:space-y-6">
        {bill.missing > 0n && <MissingNotice missing={bill.missing} due={bill.due} open={open} />}
        <Revisions bill={bill} refused={refused} reader="consumer" />
        <SummaryCard bill={bill} biller={biller} />
        <LineTable lines={lines} total={bill.total} />
        <DeviationCard
          contracted={bill.contractedWh}
          used={used}
          band={band}
          basis={deviation.ruleBasis}
          lines={lines}
        />
        <PricedLineCards lines={lines} used={used} />
        {bill.opening && bill.closing && bill.multiplier !== null && (
          <BillReads
            opening={bill.opening}
            closing={bill.closing}
            used={bill.usedWh}
            multiplier={bill.multiplier}
            exchanges={bill.exchanges}
          />
        )}
      </div>
      <NeighbourLinks {...neighboursOf(bill, bills)} />
    </div>
  )
}

/** What the agreement of a bill still owes. */
function openOf(agreement: string, debts: readonly DebtRow[]): Micro {
  return micro(debts.reduce((sum, { cause, open }) => (cause === agreement ? sum + open : sum), 0n))
}

function neighboursOf(bill: BillRow, bills: readonly BillRow[]): { previous: BillRow | null; next: BillRow | null } {
  const own = bills.filter(({ agreementId }) => agreementId === bill.agreementId)
  return {
    previous: own.find(({ end }) => end === bill.start) ?? null,
    next: own.find(({ start }) => start === bill.end) ?? null,
  }
}
