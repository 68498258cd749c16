import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DeviationCard } from '@/app/consumer/bills/[id]/deviation-card'
import { LineTable, type PaidLine } from '@/app/consumer/bills/[id]/line-table'
import { PricedLineCard } from '@/app/consumer/bills/[id]/priced-line-card'
import { PrintButton } from '@/app/consumer/bills/[id]/print-button'
import { ReadsCard } from '@/app/consumer/bills/[id]/reads-card'
import { SummaryCard } from '@/app/consumer/bills/[id]/summary-card'
import '@/app/consumer/bills/[id]/bill-print.css'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { requireRetailer } from '@/lib/auth/viewer'
import { getBill, type BillDetail } from '@/lib/db/read/bill'
import { memberOf } from '@/lib/db/read/members'
import { getMeter } from '@/lib/db/read/metering'
import { split } from '@/lib/domain/billing/deviation'
import { explain } from '@/lib/domain/billing/explain'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import { shortHex } from '@/lib/format/hex'
import { formatPeriod } from '@/lib/format/period'
import { ReceivedCard } from './received-card'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bill')
  return { title: t('metaTitle') }
}

/** One bill of a customer, as the customer sees it, and what of it came to the retailer. */
export default async function RetailerBillPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireRetailer(`/retailer/bills/${id}`)
  const bill = await getBill(viewer, id)
  if (!bill || bill.retailer !== viewer.address) notFound()
  const [t, own, locale, timeZone, grid, meter] = await Promise.all([
    getTranslations('bill'),
    getTranslations('retailerBills.detail'),
    getLocale(),
    getTimeZone(),
    memberOf(bill.table.grid),
    getMeter(viewer, bill.meterId),
  ])
  const used = sumWh(bill.usedWh)
  const band = split(bill.contractedWh, used, bill.offer.offer.deviation)
  const lines = paidLines(bill)
  const month = localDateOf(bill.start, timeZone).slice(0, 7)
  const biller = bill.offer.offer.model === 'RetailerLed' ? bill.retailerName : grid.name
  return (
    <div className="bill">
      <PageHeader
        back={{ href: `/retailer/bills?month=${month}`, label: own('back') }}
        title={own('title', {
          customer: bill.consumerName ?? shortHex(bill.consumer),
          period: formatPeriod(bill, { locale, timeZone }),
        })}
        badge={<Badge tone="success">{t('paid')}</Badge>}
        lead={bill.meterLabel === bill.consumerName ? null : bill.meterLabel}
        actions={<PrintButton label={t('print')} />}
      />
      <div className="space-y-4 sm:space-y-6">
        <ReceivedCard lines={bill.lines} retailer={viewer.address} total={bill.total} />
        <SummaryCard bill={bill} biller={biller ?? shortHex(bill.table.grid)} />
        <DeviationCard contracted={bill.contractedWh} used={used} band={band} lines={lines} />
        <LineTable lines={lines} total={bill.total} />
        {lines
          .filter(({ kind, rows }) => kind === 'Energy' || rows.length > 0)
          .map((line) => (
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
    </div>
  )
}

function paidLines({ lines, offer, table, contractedWh, usedWh }: BillDetail): PaidLine[] {
  const month = { offer: offer.offer, pricing: offer.pricing, table, contracted: contractedWh, registers: usedWh }
  return explain(month, lines).map((line, index) => ({ ...line, payeeName: lines[index]?.payeeName ?? null }))
}
