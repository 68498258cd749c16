import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { OwedNotice } from '@/components/energy/owed-notice'
import { RefusedPurchases } from '@/components/energy/refused-purchases'
import { RefusedSigning } from '@/components/energy/refused-signing'
import { UnderWay } from '@/components/energy/signing-under-way'
import { ClientMessages } from '@/components/shell/client-messages'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { billsOfConsumer, type BillRow } from '@/lib/db/read/billing'
import { accountOf, owedBy, type DebtRow } from '@/lib/db/read/escrow'
import { metersOfHolder, type MeterRow } from '@/lib/db/read/metering'
import { getOffer } from '@/lib/db/read/offers'
import { unreadNotices } from '@/lib/db/read/notices'
import { purchasesOfBuyer } from '@/lib/db/read/purchases'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { skippedOf, type SkipRow } from '@/lib/db/read/settlement'
import { signingsOf } from '@/lib/db/read/signings'
import { listPeriods, type PeriodRow } from '@/lib/db/read/tariffs'
import { agreementView } from './agreements/agreement-view'
import { runningPeriod } from '@/lib/services/running-period'
import { BalanceCard } from './balance-card'
import { labelsIn } from './bills/meter-labels'
import { NewNotices } from './new-notices'
import { RecentBills } from './recent-bills'
import { SkippedNotice } from './skipped-notice'
import { supplyMonths, termEnd } from './supply-months'
import { SupplyPoint, type SuppliedAgreementView } from './supply-point'

const RECENT_BILLS = 3
const NEW_NOTICES = 3
/** A signature that was refused is news for a day. */
const NEWS_S = 86_400
/** The most present first. */
const STATUS_ORDER: AgreementRow['status'][] = ['active', 'pending', 'ended']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supply')
  return { title: t('title') }
}

/** My supply: who supplies me, what I use of what I contracted, what I have, what I paid. */
export default async function SupplyPage() {
  const viewer = await requireConsumer('/consumer')
  const [t, agreements, meters, account, debts, bills, skipped, refused, purchases, signings, calendar, notices] =
    await Promise.all([
      getTranslations('supply'),
      agreementsOfConsumer(viewer),
      metersOfHolder(viewer),
      accountOf(viewer),
      owedBy(viewer),
      billsOfConsumer(viewer),
      skippedOf(viewer),
      refusedRunsOf(viewer, 'purchase'),
      purchasesOfBuyer(viewer),
      signingsOf(viewer, utcSeconds() - NEWS_S),
      listPeriods(),
      unreadNotices(viewer, NEW_NOTICES),
    ])
  const views = await viewsOf({ viewer, agreements, bills, debts, meters, calendar })
  const newest = [...bills].sort((a, b) => b.start - a.start)
  return (
    <ClientMessages of={['switching.end']}>
      <PageHeader title={t('title')} lead={t('lead', { name: viewer.name })} />
      <div className="space-y-3 not-empty:mb-6">
        {signings.map((signing) =>
          signing.refusal ? (
            <RefusedSigning key={signing.relayId} signing={signing} />
          ) : (
            <UnderWay key={signing.relayId} signing={signing} thenGo />
          ),
        )}
        <OwedNotice debts={debts} bills={bills} purchases={purchases} />
        <RefusedPurchases refused={refused} purchases={purchases} />
        {latestByPeriod(skipped.filter(({ agreementId }) => agreements.some(({ id }) => id === agreementId))).map(
          (skip) => (
            <SkippedNotice key={`${skip.agreementId}-${skip.start}`} skip={skip} />
          ),
        )}
      </div>
      {/* On a phone money comes first and the bills last; on a desktop both stand beside the supply. */}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-8">
        <section aria-label={t('moneyLabel')} className="min-w-0 space-y-4 lg:col-start-2 lg:row-start-1">
          <NewNotices notices={notices} />
          <BalanceCard free={account.free} locked={account.locked} />
        </section>
        <div className="min-w-0 space-y-12 lg:row-span-2 lg:row-start-1">
          {meters.length === 0 && (
            <Callout tone="info" title={t('noMeterTitle')}>
              {t('noMeterMeaning')}
            </Callout>
          )}
          {meters.map((meter, index) => (
            <SupplyPoint
              key={meter.id}
              meter={meter}
              number={meters.length > 1 ? index + 1 : null}
              agreements={views.filter(({ agreement }) => agreement.meterId === meter.id)}
            />
          ))}
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <RecentBills bills={newest.slice(0, RECENT_BILLS)} meterLabels={labelsIn(agreements)} />
        </div>
      </div>
    </ClientMessages>
  )
}

/** Each agreement with its months; the band is in the terms of its offer, which never change. */
async function viewsOf(facts: {
  viewer: { address: string }
  agreements: readonly AgreementRow[]
  bills: readonly BillRow[]
  debts: readonly DebtRow[]
  meters: readonly MeterRow[]
  calendar: readonly PeriodRow[]
}): Promise<SuppliedAgreementView[]> {
  const { viewer, agreements, bills, debts, meters } = facts
  const now = utcSeconds()
  const timeZone = await getTimeZone()
  const [offers, running] = await Promise.all([
    Promise.all(agreements.map(({ offerId }) => getOffer(offerId))),
    Promise.all(agreements.map((agreement) => runningPeriod(viewer, agreement, now))),
  ])
  const views = agreements.flatMap((agreement, index) => {
    const offer = offers[index]?.offer
    if (!offer) return []
    const lastReadAt = meters.find(({ id }) => id === agreement.meterId)?.lastRead.time ?? 0
    return {
      agreement,
      months: supplyMonths({ agreement, bills, clause: offer.deviation, timeZone }),
      termEnd: termEnd(agreement, timeZone),
      owes: debts.some(({ cause }) => cause === agreement.id),
      running: running[index] ?? null,
      ...agreementView({ ...facts, now, agreement, offer, lastReadAt }),
    }
  })
  const rank = ({ agreement }: SuppliedAgreementView) => STATUS_ORDER.indexOf(agreement.status)
  return views.sort((a, b) => rank(a) - rank(b) || b.agreement.start - a.agreement.start)
}

/** Settlement tries again and again; only the last refusal of a month is news. */
function latestByPeriod(skips: readonly SkipRow[]): SkipRow[] {
  const oldestFirst = [...skips].sort((a, b) => a.at - b.at)
  return [...new Map(oldestFirst.map((skip) => [`${skip.agreementId}-${skip.start}`, skip])).values()]
}
