import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireConsumer } from '@/lib/auth/viewer'
import { metersOfHolder } from '@/lib/db/read/metering'
import { meteredDaysOf } from '@/lib/db/read/metering-span'
import { addDays, localDateOf } from '@/lib/domain/metering/calendar'
import { utcSeconds } from '../../utc-seconds'
import { DownloadCard } from './download-card'
import { MeterFacts } from './meter-facts'
import { MeterLinks } from './meter-links'
import { choiceIn, meterIn, METERING_PATH, type SearchParams } from './metering-choice'
import { spanOf } from '@/lib/domain/metering/metering-view'
import { SpanShown } from './span-shown'
import { ViewBar } from './view-bar'

type Search = { searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('metering')
  return { title: t('title') }
}

/** What the consumer's meter measured: a day, week, month or year of it. The address says which. */
export default async function MeteringPage({ searchParams }: Search) {
  const viewer = await requireConsumer(METERING_PATH)
  const [t, timeZone, meters, search] = await Promise.all([
    getTranslations('metering'),
    getTimeZone(),
    metersOfHolder(viewer),
    searchParams,
  ])
  const meter = meterIn(meters, search)
  if (!meter) return <Nothing title={t('title')} kind="noMeter" />
  const days = await meteredDaysOf(viewer, meter.id)
  const today = localDateOf(utcSeconds(), timeZone)
  const first = days?.first ?? addDays(today, -1)
  const latest = days?.last ?? first
  const metered = { from: first, to: latest < today ? today : addDays(latest, 1) }
  const choice = choiceIn(search, { meterId: meter.id, metered, latest })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <MeterLinks meters={meters} choice={choice} />
      {days ? (
        <>
          <ViewBar choice={choice} metered={metered} />
          <div className="space-y-4 sm:space-y-6">
            <SpanShown {...{ viewer, choice, metered, latest, timeZone }} />
            <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-2">
              <MeterFacts meter={meter} days={days} />
              <DownloadCard meterId={meter.id} days={days} span={spanOf(choice.view, choice.date)} />
            </div>
          </div>
        </>
      ) : (
        <Nothing kind="empty" />
      )}
    </>
  )
}

/** Why there is nothing to show yet, and what will change that. */
async function Nothing({ title, kind }: { title?: string; kind: 'noMeter' | 'empty' }) {
  const t = await getTranslations('metering.empty')
  const isEmpty = kind === 'empty'
  return (
    <>
      {title && <PageHeader title={title} />}
      <Card as="div">
        <EmptyState
          title={isEmpty ? t('title') : t('noMeterTitle')}
          icon="gauge"
          action={<LinkButton href="/consumer">{t('toSupply')}</LinkButton>}
        >
          {isEmpty ? t('meaning') : t('noMeterMeaning')}
        </EmptyState>
      </Card>
    </>
  )
}
