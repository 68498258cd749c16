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
import { requireRetailer } from '@/lib/auth/viewer'
import { getBill } from '@/lib/db/read/bill'
import { memberOf } from '@/lib/db/read/members'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { split } from '@/lib/domain/billing/deviation'
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
  const [t, own, locale, timeZone, refused, grid] = await Promise.all([
    getTranslations('bill'),
    getTranslations('retailerBills.detail'),
    getLocale(),
    getTimeZone(),
    refusedRunsOf(viewer, 'revision'),
    memberOf(bill.table.grid),
  ])
  const used = sumWh(bill.usedWh)
  const { deviation } = bill.offer.offer
  const band = split(bill.contractedWh, used, deviation)
  const lines = paidLines(bill)
  const month = localDateOf(bill.start, timeZone).slice(0, 7)
  const biller = billerName({
    model: bill.offer.offer.model,
    retailer: { address: bill.retailer, name: bill.retailerName },
    grid,
  })
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
        <Revisions bill={bill} refused={refused} reader="retailer" />
        <ReceivedCard lines={bill.lines} retailer={viewer.address} total={bill.total} />
        <SummaryCard bill={bill} biller={biller} band={deviation.ruleBasis === 'Monthly' ? band : null} />
        <DeviationCard
          contracted={bill.contractedWh}
          used={used}
          band={band}
          basis={deviation.ruleBasis}
          lines={lines}
        />
        <LineTable lines={lines} total={bill.total} />
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
    </div>
  )
}
