import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { getBill, type BillDetail } from '@/lib/db/read/bill'
import { billsOfConsumer, type BillRow } from '@/lib/db/read/billing'
import { memberOf } from '@/lib/db/read/members'
import { getMeter } from '@/lib/db/read/metering'
import { split } from '@/lib/domain/billing/deviation'
import { explain } from '@/lib/domain/billing/explain'
import { sumWh } from '@/lib/domain/metering/register-values'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'
import { formatPeriod } from '@/lib/format/period'
import { DeviationCard } from './deviation-card'
import { LineTable, type PaidLine } from './line-table'
import { NeighbourLinks } from './neighbour-links'
import { PricedLineCard } from './priced-line-card'
import { PrintButton } from './print-button'
import { ReadsCard } from './reads-card'
import { SummaryCard } from './summary-card'
import './bill-print.css'

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
  const [t, locale, timeZone, bills, biller, meter] = await Promise.all([
    getTranslations('bill'),
    getLocale(),
    getTimeZone(),
    billsOfConsumer(viewer),
    billerName(bill),
    getMeter(viewer, bill.meterId),
  ])
  const used = sumWh(bill.usedWh)
  const band = split(bill.contractedWh, used, bill.offer.offer.deviation)
  const lines = paidLines(bill)
  const period = formatPeriod(bill, { locale, timeZone })
  return (
    <div className="bill">
      <PageHeader
        back={{ href: '/consumer/bills', label: t('back') }}
        title={t('title', { period })}
        badge={<Badge tone="success">{t('paid')}</Badge>}
        lead={bill.meterLabel}
        actions={<PrintButton label={t('print')} />}
      />
      <div className="space-y-4 sm:space-y-6">
        <SummaryCard bill={bill} biller={biller} />
        <LineTable lines={lines} total={bill.total} />
        <DeviationCard contracted={bill.contractedWh} used={used} band={band} lines={lines} />
        {lines.filter(isWorthMaking).map((line) => (
          <PricedLineCard
            key={line.kind}
            title={t(line.kind === 'Energy' ? 'making.titleEnergy' : 'making.titleOther', {
              line: t(`kind.${line.kind}`),
            })}
            line={line}
            used={used}
          />
        ))}
        {bill.opening && bill.closing && meter && (
          <ReadsCard opening={bill.opening} closing={bill.closing} used={bill.usedWh} multiplier={meter.multiplier} />
        )}
      </div>
      <NeighbourLinks {...neighboursOf(bill, bills)} />
    </div>
  )
}

/** The energy line always, and any other whose price is not simply in the table of lines. */
function isWorthMaking(line: PaidLine): boolean {
  return line.kind === 'Energy' || line.rows.length > 0
}

function paidLines(bill: BillDetail): PaidLine[] {
  const month = {
    offer: bill.offer.offer,
    pricing: bill.offer.pricing,
    table: bill.table,
    contracted: bill.contractedWh,
    registers: bill.usedWh,
  }
  return explain(month, bill.lines).map((line, index) => ({ ...line, payeeName: bill.lines[index]?.payeeName ?? null }))
}

/** Who sends the bill: the retailer where it is separate from the wires, otherwise the grid company. */
async function billerName(bill: BillDetail): Promise<string> {
  const retailer = bill.retailerName ?? shortHex(bill.retailer)
  if (bill.offer.offer.model === 'RetailerLed') return retailer
  const { name } = await memberOf(bill.table.grid)
  return name ?? shortHex(bill.table.grid)
}

function neighboursOf(bill: BillDetail, bills: readonly BillRow[]): { previous: BillRow | null; next: BillRow | null } {
  const own = bills.filter(({ agreementId }) => agreementId === bill.agreementId)
  return {
    previous: own.find(({ end }) => end === bill.start) ?? null,
    next: own.find(({ start }) => start === bill.end) ?? null,
  }
}
