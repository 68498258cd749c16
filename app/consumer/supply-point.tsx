import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { MeterRow } from '@/lib/db/read/metering'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { RunningPeriod } from '@/lib/services/running-period'
import { AgreementCard } from './agreement-card'
import { AgreementActions } from './agreements/agreement-actions'
import { isNews, type AgreementView } from './agreements/agreement-view'
import { StoryCard } from './agreements/story-card'
import { RunningPeriodCard } from './running-period-card'
import { SupplyChart } from './supply-chart'
import type { SupplyMonth } from './supply-months'

export interface SuppliedAgreementView extends AgreementView {
  agreement: AgreementRow
  months: SupplyMonth[]
  termEnd: number
  /** Whether a bill of it is not paid in full. */
  owes: boolean
  /** The period that runs; null if none does, or nothing is known of it. */
  running: RunningPeriod | null
}

export interface SupplyPointProps {
  meter: MeterRow
  /** Tells supply points without a name apart; null where there is only one. */
  number: number | null
  /** Agreements on this meter, the most present first. */
  agreements: readonly SuppliedAgreementView[]
}

/** One meter: its last read, who supplies it now or next, and the year. Earlier agreements stand closed beneath. */
export function SupplyPoint({ meter, number, agreements }: SupplyPointProps) {
  const t = useTranslations('supply.point')
  const live = agreements.filter(({ agreement }) => agreement.status !== 'ended')
  const ended = agreements.filter(({ agreement }) => agreement.status === 'ended')
  // Without a supplier the last agreement is the news; with one it is history.
  const shown = live.length > 0 ? live : ended.slice(0, 1)
  const earlier = live.length > 0 ? ended : ended.slice(1)
  return (
    <section aria-labelledby={meter.id} className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={meter.id} className="text-xl font-semibold tracking-tight">
          {meter.label ?? (number === null ? t('unnamed') : t('numbered', { number }))}
        </h2>
        <LastRead meter={meter} />
      </div>
      {shown.length === 0 && <Unsupplied />}
      {shown.map(({ agreement, running }) => running && <RunningPeriodCard key={agreement.id} running={running} />)}
      {/* One that starts soon stands beside the one that runs. */}
      <div className="grid gap-4 empty:hidden xl:grid-flow-col xl:auto-cols-fr">
        {shown.map((view) => (
          <LiveAgreement key={view.agreement.id} view={view} />
        ))}
      </div>
      {shown.map((view) => isNews(view, view.agreement) && <StoryCard key={view.agreement.id} view={view} />)}
      {shown.map(
        ({ agreement, months }) =>
          months.length > 0 && agreement.status !== 'pending' && <SupplyChart key={agreement.id} months={months} />,
      )}
      {earlier.length > 0 && <EarlierAgreements views={earlier} />}
    </section>
  )
}

function LiveAgreement({ view }: { view: SuppliedAgreementView }) {
  const { agreement, termEnd, stage, owes } = view
  return (
    <AgreementCard
      agreement={agreement}
      termEnd={termEnd}
      stage={stage}
      owes={owes}
      actions={<AgreementActions agreement={agreement} view={view} />}
    />
  )
}

function LastRead({ meter }: { meter: MeterRow }) {
  const t = useTranslations('supply.point')
  return (
    <p className="text-sm text-quiet">
      {t('lastRead')} <Moment at={meter.lastRead.time} precision="minute" />
      {' · '}
      <Energy wh={sumWh(meter.lastRead.importWh)} />
    </p>
  )
}

function Unsupplied() {
  const t = useTranslations('supply.point')
  const choose = (
    <LinkButton href="/" variant="primary">
      {t('choose')}
    </LinkButton>
  )
  return (
    <Card>
      <EmptyState title={t('unsupplied')} icon="plug" action={choose}>
        {t('unsuppliedMeaning')}
      </EmptyState>
    </Card>
  )
}

function EarlierAgreements({ views }: { views: readonly SuppliedAgreementView[] }) {
  const t = useTranslations('supply.point')
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-medium text-quiet hover:text-accent">
        {t('earlier', { count: views.length })}
      </summary>
      <div className="mt-3 space-y-4">
        {views.map((view) => (
          <LiveAgreement key={view.agreement.id} view={view} />
        ))}
      </div>
    </details>
  )
}
