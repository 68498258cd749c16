import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { billerName } from '@/components/energy/bill/biller-name'
import { DeviationCard } from '@/components/energy/bill/deviation-card'
import { LineTable } from '@/components/energy/bill/line-table'
import { paidLines } from '@/components/energy/bill/paid-lines'
import { PricedLineCards } from '@/components/energy/bill/priced-line-cards'
import { BillReads } from '@/components/energy/bill/bill-reads'
import { Revisions } from '@/components/energy/bill/revisions'
import { SurplusCard } from '@/components/energy/bill/surplus-card'
import { SummaryCard } from '@/components/energy/bill/summary-card'
import '@/components/energy/bill/bill-print.css'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { getViewer, requireConsumer } from '@/lib/auth/viewer'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { balanceAround, owedBy } from '@/lib/db/read/escrow'
import { billsOfConsumer, type BillRow } from '@/lib/db/read/billing'
import { listMembers, memberOf } from '@/lib/db/read/members'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { split } from '@/lib/domain/billing/deviation'
import { sumWh } from '@/lib/domain/metering/register-values'
import { earliestDue, leftOpen } from '@/lib/domain/settlement/left-open'
import { env } from '@/lib/env'
import { shortHex } from '@/lib/format/hex'
import { formatPeriod } from '@/lib/format/period'
import { walletSettings } from '@/lib/services/wallet-settings'
import { termEnd } from '../../supply-months'
import { utcSeconds } from '@/app/utc-seconds'
import { AmountStanding } from './amount-standing'
import { CheaperNote } from './cheaper-note'
import { CheckCard } from './check-card'
import { ComplaintCard } from './complaint-card'
import { MissingNotice } from './missing-notice'
import { NeighbourLinks } from './neighbour-links'
import { ownBill } from './own-bill'
import { PaymentCard } from './payment-card'
import { PlanCard } from './plan-card'
import { SaveButtons } from './save-buttons'
import { yearBesideLast } from './year-beside-last'
import { YearCard } from './year-card'

type Params = { params: Promise<{ id: string }> }

/** What a saved bill is called by programs that show it. Whoever may not see it learns nothing from it. */
export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [t, viewer, { id }] = await Promise.all([getTranslations('bill'), getViewer(), params])
  const bill = viewer && (await ownBill(viewer, id))
  if (!bill) return { title: t('metaTitle') }
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()])
  return { title: t('title', { period: formatPeriod(bill, { locale, timeZone }) }) }
}

/** One bill with everything it was made from. Another member's bill and no bill look the same: not found. */
export default async function BillPage({ params }: Params) {
  const { id } = await params
  const viewer = await requireConsumer(`/consumer/bills/${id}`)
  const bill = await ownBill(viewer, id)
  if (!bill) notFound()
  const [t, locale, timeZone, bills, debts, refused, grid, agreements, balance, members] = await Promise.all([
    getTranslations('bill'),
    getLocale(),
    getTimeZone(),
    billsOfConsumer(viewer),
    owedBy(viewer),
    refusedRunsOf(viewer, 'revision'),
    memberOf(bill.table.grid),
    agreementsOfConsumer(viewer),
    balanceAround(viewer, bill.id),
    listMembers(),
  ])
  const used = sumWh(bill.usedWh)
  const [open, due] = [leftOpen(bill, debts), earliestDue([bill], debts)]
  const { deviation } = bill.offer.offer
  const band = split(bill.contractedWh, used, deviation)
  const lines = paidLines(bill)
  const biller = billerName({
    model: bill.offer.offer.model,
    retailer: { address: bill.retailer, name: bill.retailerName },
    grid,
  })
  const period = formatPeriod(bill, { locale, timeZone })
  const path = `/consumer/bills/${bill.id}`
  const { chainId, contracts } = walletSettings()
  const retailer = bill.retailerName ?? shortHex(bill.retailer)
  const agreement = agreements.find(({ id }) => id === bill.agreementId)
  const exchange = members.find(({ roles }) => roles.includes('Exchange'))
  return (
    <div className="bill">
      <PageHeader
        back={{ href: '/consumer/bills', label: t('back') }}
        title={t('title', { period })}
        badge={<Badge tone={open > 0n ? 'warning' : 'success'}>{t(open > 0n ? 'partlyPaid' : 'paid')}</Badge>}
        lead={bill.meterLabel}
        actions={<SaveButtons path={path} />}
      />
      <div className="space-y-4 sm:space-y-6">
        {bill.missing > 0n && <MissingNotice missing={bill.missing} due={bill.due} open={open} />}
        <Revisions bill={bill} refused={refused} reader="consumer" />
        <SummaryCard
          bill={bill}
          biller={biller}
          band={deviation.ruleBasis === 'Monthly' ? band : null}
          standing={<AmountStanding bill={bill} open={open} due={due} />}
        />
        <PaymentCard bill={bill} open={open} due={due} balance={balance} />
        <CheckCard path={path} market={{ chainId, contracts }} timeZone={timeZone} />
        <LineTable lines={lines} total={bill.total} />
        <DeviationCard
          contracted={bill.contractedWh}
          used={used}
          band={band}
          basis={deviation.ruleBasis}
          lines={lines}
        />
        {bill.surplus && <SurplusCard surplus={bill.surplus.traded} saved={bill.surplus.saved} />}
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
        <YearCard months={yearBesideLast(bills, bill, timeZone)} />
        <PlanCard
          offer={{ id: bill.offerId, name: bill.offerName }}
          retailer={retailer}
          end={agreement ? endOf(agreement, timeZone) : null}
        >
          {agreement?.endedAt === null && (
            <Suspense>
              <CheaperNote
                viewer={viewer}
                supply={{ meterId: bill.meterId, offerId: bill.offerId, now: utcSeconds() }}
              />
            </Suspense>
          )}
        </PlanCard>
        <ComplaintCard
          billId={bill.id}
          retailer={retailer}
          exchange={exchange?.name ?? null}
          complaintsUrl={env.complaintsUrl ?? null}
        />
      </div>
      <NeighbourLinks {...neighboursOf(bill, bills)} />
    </div>
  )
}

function endOf(agreement: AgreementRow, timeZone: string): { at: number; over: boolean } {
  if (agreement.endedAt !== null) return { at: agreement.endedAt, over: true }
  return { at: termEnd(agreement, timeZone), over: false }
}

function neighboursOf(bill: BillRow, bills: readonly BillRow[]): { previous: BillRow | null; next: BillRow | null } {
  const own = bills.filter(({ agreementId }) => agreementId === bill.agreementId)
  return {
    previous: own.find(({ end }) => end === bill.start) ?? null,
    next: own.find(({ start }) => start === bill.end) ?? null,
  }
}
