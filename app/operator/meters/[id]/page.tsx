import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { utcSeconds } from '@/app/utc-seconds'
import { Period } from '@/components/energy/period'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireOperator } from '@/lib/auth/viewer'
import { changesOf, versionedDays } from '@/lib/db/read/interval-changes'
import { getMeter } from '@/lib/db/read/metering'
import { addDays, datesOf, firstDateOf, localDateOf, monthBounds, nextMonth } from '@/lib/domain/metering/calendar'
import { completeDays, missingDay } from '@/lib/domain/metering/gaps'
import { slotsOf } from '@/lib/domain/metering/slots'
import { sameHex } from '@/lib/domain/units/hex'
import { env } from '@/lib/env'
import { meteringMonth } from '@/lib/services/metering-month'
import { comparedReadings } from '@/lib/services/register-readings'
import { ChangesCard } from './changes-card'
import { DaysCard } from './days-card'
import { DifferencesCard } from './differences-card'
import { EditCard } from './edit-card'
import { EstimateCard } from './estimate-card'
import { MeterItself } from './meter-itself'
import { monthAsked, monthBefore, monthText } from './month-shown'
import { ReadingsCard } from './readings-card'
import { ReasonsCard } from './reasons-card'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ month?: string | string[]; day?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator.data')
  return { title: t('title') }
}

/** A month of one meter for its operator: day by day, against the registers, with what can be done about it. */
export default async function MeterDataPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const viewer = await requireOperator(`/operator/meters/${id}`)
  const meter = await getMeter(viewer, id)
  if (!meter || !sameHex(meter.operator, viewer.address)) notFound()
  const now = utcSeconds()
  const month = monthAsked(search.month, now, env.marketTimeZone)
  const span = { from: firstDateOf(month), to: firstDateOf(nextMonth(month)) }
  const [t, stored, changes, quality, readings] = await Promise.all([
    getTranslations('operator.data'),
    versionedDays(viewer, meter.id, span),
    changesOf(viewer, meter.id),
    meteringMonth(viewer, { month, after: '', onlyDoubtful: false, meterId: meter.id, now }),
    comparedReadings(viewer, meter, monthBounds(month, env.marketTimeZone)),
  ])
  // What is missing of a day shows when the day is over.
  const today = localDateOf(now, env.marketTimeZone)
  const over = [span.to, today].sort()[0] ?? span.to
  const days = completeDays(stored, env.marketTimeZone, { from: span.from, to: over < span.from ? span.from : over })
  const chosen = datesOf(month).find((date) => date === search.day && date < today)
  const before = stored.find(({ day }) => day === chosen)
  const edited = chosen && (before ?? missingDay(chosen, stored[0]?.minutes ?? 60, env.marketTimeZone))
  const link = (other: typeof month) => `/operator/meters/${meter.id}?month=${monthText(other)}`
  const [found] = quality.meters
  return (
    <>
      <PageHeader
        title={meter.label ?? t('title')}
        lead={<Period {...monthBounds(month, env.marketTimeZone)} />}
        back={{ href: '/operator/reads', label: t('back') }}
        actions={
          <>
            <LinkButton href="#meter-itself" variant="quiet">
              {t('meter')}
            </LinkButton>
            <LinkButton href={link(monthBefore(month))}>{t('previous')}</LinkButton>
            <LinkButton href={link(nextMonth(month))}>{t('next')}</LinkButton>
          </>
        }
      />
      <div className="space-y-4 sm:space-y-6">
        <ReasonsCard reasons={found?.reasons ?? []} />
        <DifferencesCard rows={found?.differences ?? []} />
        <ReadingsCard {...readings} />
        {over > span.from && (
          <EstimateCard key={span.from} meterId={meter.id} from={span.from} until={addDays(over, -1)} />
        )}
        {edited && (
          <EditCard
            key={`${chosen} ${before?.version ?? 0}`}
            meterId={meter.id}
            day={edited}
            slots={slotsOf(edited, env.marketTimeZone)}
            version={before?.version ?? null}
          />
        )}
        <DaysCard
          days={days}
          stored={new Set(stored.map(({ day }) => day))}
          editLink={(day) => `${link(month)}&day=${day}#edit`}
        />
        <ChangesCard meterId={meter.id} changes={changes} />
        <MeterItself viewer={viewer} meter={meter} />
      </div>
    </>
  )
}
