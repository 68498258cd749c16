import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { daysOf } from '@/lib/db/read/metering'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { spanOf, yearBefore, type DateSpan } from '@/lib/domain/metering/metering-view'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { isOutside, isUnknown, type UsePoint } from '@/lib/domain/metering/use-point'
import { pointLength, curvePoints, type CurveOf } from '@/lib/domain/metering/curve-points'
import { compareYears, highestDemand, totalsOf } from '@/lib/domain/metering/use-totals'
import { Gaps } from './gaps'
import { HeatCard } from './heat-card'
import { LoadCurve } from './load-curve'
import { hrefOf, type MeteringChoice } from './metering-choice'
import { closerView, runName, shortSpanName, spanName } from './point-name'
import { Totals } from './totals'

export interface SpanShownProps {
  viewer: { address: string }
  choice: MeteringChoice
  metered: DateSpan
  latest: LocalDate
  timeZone: string
}

/** The span that is chosen: what it comes to, how it went, and what is not known of it. */
export async function SpanShown({ viewer, choice, metered, latest, timeZone }: SpanShownProps) {
  const { view, date, meterId } = choice
  const span = spanOf(view, date)
  const pastSpan = spanOf(view, yearBefore(view, date))
  const [t, locale, days, past] = await Promise.all([
    getTranslations('metering.curve'),
    getLocale(),
    daysOf(viewer, meterId, span),
    choice.compare ? daysOf(viewer, meterId, pastSpan) : [],
  ])
  const name = spanName(view, span, locale)
  const curve: CurveOf = { view, span, metered, timeZone }
  const length = choice.compare
    ? Math.max(pointLength(days, curve), pointLength(past, curve))
    : pointLength(days, curve)
  const points = curvePoints(days, { ...curve, atLeastMinutes: length })
  if (points.every(isUnknown)) {
    const toCome = points.every(isOutside)
    return <NoData name={name} toCome={toCome} latestHref={hrefOf({ ...choice, view: 'day', date: latest })} />
  }
  const before = choice.compare ? curvePoints(past, { ...curve, span: pastSpan, atLeastMinutes: length }) : []
  const totals = totalsOf(points)
  const exports = totals.exportWh > 0n
  const beforeName = before.some((point) => !isUnknown(point)) ? shortSpanName(view, pastSpan.from, locale) : null
  const words = { locale, wholeDay: t('wholeDay'), again: (time: string) => t('again', { time }) }
  return (
    <>
      <Card title={name}>
        <div className="mb-8">
          <Totals
            {...{ view, totals, exports }}
            compared={choice.compare ? compareYears(view, { days, before: past }) : null}
            demand={highestDemand(days)}
            timeZone={timeZone}
          />
        </div>
        <LoadCurve
          {...{ view, span, points, exports, timeZone, beforeName }}
          spanName={name}
          pointMinutes={length}
          before={new Map(before.map((point) => [point.slot, point]))}
          calendar={marketRegisterCalendar}
          hrefOf={(point) => closerHref(choice, point)}
        />
      </Card>
      <Gaps {...{ totals, points }} runName={(run) => runName({ view, minutes: length, ...run }, words)} />
      {view === 'year' && <HeatCard {...{ choice, span, metered, days, exports, timeZone }} />}
    </>
  )
}

/** From a month to its days, from a day to its hours; nowhere from what has no data. */
function closerHref(choice: MeteringChoice, point: UsePoint): string | null {
  const view = closerView(choice.view)
  return view === null || isUnknown(point) ? null : hrefOf({ ...choice, view, date: point.day })
}

async function NoData({ name, toCome, latestHref }: { name: string; toCome: boolean; latestHref: string }) {
  const t = await getTranslations('metering.none')
  const action = <LinkButton href={latestHref}>{t('latest')}</LinkButton>
  return (
    <Card as="div">
      <EmptyState title={t(toCome ? 'toComeTitle' : 'title', { span: name })} icon="gauge" action={action}>
        {t(toCome ? 'toComeMeaning' : 'meaning')}
      </EmptyState>
    </Card>
  )
}
