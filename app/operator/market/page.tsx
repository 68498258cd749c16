import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { requireExchange } from '@/lib/auth/viewer'
import { listFeedIns, unpricedExports } from '@/lib/db/read/feed-ins'
import { marketFigures, pausesAt, settlementRuns } from '@/lib/db/read/market'
import { utcSeconds } from '@/app/utc-seconds'
import { listMembers } from '@/lib/db/read/members'
import { latestTariffs, listPeriods } from '@/lib/db/read/tariffs'
import { periodAt } from '@/lib/domain/settlement/period'
import { health } from '@/lib/services/health'
import { walletSettings } from '@/lib/services/wallet-settings'
import { FeedInCard } from './feed-in-card'
import { feedInChoices } from './feed-in-choices'
import { HealthCard } from './health-card'
import { MembersCard } from './members-card'
import { RunsCard } from './runs-card'
import { OpenSessionForm } from './open-session-form'
import { PauseNotice } from './pause-notice'
import { PublishFeedInForm } from './publish-feed-in-form'
import { sessionChoices } from './session-choices'
import { SettledCard } from './settled-card'
import { TariffCards } from './tariff-cards'
import { tariffsOf } from './tariffs-of-period'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator.market')
  return { title: t('title') }
}

/** The market as its exchange watches over it: does everything run, what is settled, what is in force, who takes part. */
export default async function MarketPage() {
  const viewer = await requireExchange('/operator/market')
  const now = utcSeconds()
  const [t, status, figures, pauses, periods, latest, members, runs, feedIns, waiting] = await Promise.all([
    getTranslations('operator.market'),
    health(now),
    marketFigures(),
    pausesAt(now),
    listPeriods(),
    latestTariffs(),
    listMembers(),
    settlementRuns(),
    listFeedIns(),
    unpricedExports(),
  ])
  const period = periodAt(periods, now) ?? null
  const tariffs = await tariffsOf(period, latest)
  const regions = [...new Set(latest.map(({ region }) => region))]
  const sender = { operator: viewer.address, settings: walletSettings() }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="space-y-4 sm:space-y-6">
        {pauses.map((pause) => (
          <PauseNotice key={pause.activity} pause={pause} />
        ))}
        {!period && (
          <Callout tone="danger" title={t('noPeriodTitle')}>
            {t('noPeriodMeaning')}
          </Callout>
        )}
        <HealthCard status={status} />
        <SettledCard figures={figures} periods={periods} now={now} />
        <RunsCard runs={runs} periods={periods} />
        {period && <TariffCards period={period} tariffs={tariffs} />}
        <FeedInCard feedIns={feedIns} waiting={waiting} periods={periods} members={members} now={now} />
        <PublishFeedInForm {...sender} {...await feedInChoices({ now, periods, regions, members, feedIns })} />
        <OpenSessionForm {...sender} {...await sessionChoices(now, periods, regions)} />
        <MembersCard members={members} />
      </div>
    </>
  )
}
