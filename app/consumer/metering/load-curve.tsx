import { useLocale, useTranslations } from 'next-intl'
import { dayBounds } from '@/lib/domain/metering/calendar'
import type { DateSpan, MeteringView } from '@/lib/domain/metering/metering-view'
import { REGISTERS, type Register, type RegisterCalendar } from '@/lib/domain/metering/registers'
import { isOutside, qualitiesOf, type UsePoint } from '@/lib/domain/metering/use-point'
import { formatDuration } from '@/lib/format/duration'
import { CurveLegend } from './curve-legend'
import { chartUnit, curveRows, type RowWords } from './curve-rows'
import { CurveTable } from './curve-table'
import { LoadCurvePicture } from './load-curve-picture'
import { pointName, pointTick } from './point-name'
import { RegisterKey } from './register-key'

export interface LoadCurveProps {
  view: MeteringView
  span: DateSpan
  spanName: string
  points: readonly UsePoint[]
  /** How long a point of a day is, in minutes. */
  pointMinutes: number
  before: ReadonlyMap<string, UsePoint>
  beforeName: string | null
  exports: boolean
  timeZone: string
  calendar: RegisterCalendar
  hrefOf: (point: UsePoint) => string | null
}

/** The span in bars, the same in a table, and words for what is unusual about it. */
export function LoadCurve(props: LoadCurveProps) {
  const { view, spanName, points, pointMinutes, before, beforeName, exports, calendar, hrefOf } = props
  const t = useTranslations('metering')
  const locale = useLocale()
  const registerOf = registersOf(view, points, calendar)
  const registerName = useTranslations('energy.register')
  const unit = chartUnit(points, locale)
  const names = { locale, wholeDay: t('curve.wholeDay'), again: (time: string) => t('curve.again', { time }) }
  const name = (point: UsePoint) => pointName({ view, point, minutes: pointMinutes }, names)
  const qualities = (point: UsePoint) => {
    const all = qualitiesOf(point)
    if (isOutside(point)) return t('curve.toCome')
    if (all.length === 1) return all.map((quality) => t(`quality.${quality}`)).join('')
    return all
      .map((quality) => `${t(`quality.${quality}`)} ${formatDuration(point.minutes[quality], locale)}`)
      .join(', ')
  }
  const words: RowWords = {
    import: t('curve.import'),
    export: t('curve.export'),
    before: t('curve.beforeColumn'),
    quality: t('curve.quality'),
    noData: t('curve.noData'),
    qualities,
    name,
    tick: (point) => pointTick(view, point, locale),
    more: (point) => (registerOf ? [{ label: t('curve.register'), value: registerName(registerOf(point)) }] : []),
    href: hrefOf,
  }
  const title = t('curve.title', { view })
  const caption = t('curve.caption', { title, span: spanName })
  return (
    <figure aria-label={caption} className="min-w-0">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <span className="font-medium">
          {title} <span className="text-sm font-normal text-quiet">({unit.unit})</span>
        </span>
        <CurveLegend exports={exports} before={beforeName} qualities={points.flatMap(qualitiesOf)} />
      </figcaption>
      <LoadCurvePicture
        title={caption}
        rows={curveRows({ points, before, exports, unit }, words)}
        noData={t('curve.noData')}
        dayStarts={view === 'week' ? dayStartsOf(points) : []}
        registers={registerOf ? points.map(registerOf) : []}
        registerNames={Object.fromEntries(REGISTERS.map((one) => [one, registerName(one)])) as Record<Register, string>}
      />
      {registerOf && <RegisterKey registers={points.map(registerOf)} />}
      <DayNotes {...props} />
      <details className="group mt-3 text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
          {t('curve.asTable')}
        </summary>
        <CurveTable
          caption={caption}
          heading={t(view === 'year' ? 'curve.month' : view === 'month' ? 'curve.day' : 'curve.time')}
          {...{ points, before, exports, unit, name, qualities }}
          href={hrefOf}
          register={registerOf && ((point) => registerName(registerOf(point)))}
        />
      </details>
    </figure>
  )
}

/** What a day is that is not as others are: longer, shorter, or known only as a whole. */
function DayNotes({ view, span, points, timeZone }: LoadCurveProps) {
  const t = useTranslations('metering.curve')
  if (view !== 'day') return null
  const { start, end } = dayBounds(span.from, timeZone)
  const hours = (end - start) / HOUR_S
  const notes = [
    ...(hours === USUAL_HOURS ? [] : [t(hours < USUAL_HOURS ? 'clockForward' : 'clockBack', { hours })]),
    ...(points.every(({ minute }) => minute === null) ? [t('onlyDay')] : []),
  ]
  return notes.map((note) => (
    <p key={note} className="mt-3 text-sm text-soft">
      {note}
    </p>
  ))
}

const HOUR_S = 3_600
const USUAL_HOURS = 24

/** Which register each point of a day counts on; null where a point is longer than an hour. */
function registersOf(view: MeteringView, points: readonly UsePoint[], calendar: RegisterCalendar) {
  if (view !== 'day' || points.some(({ minute }) => minute === null)) return null
  return ({ day, minute }: UsePoint): Register =>
    calendar[Number(day.slice(5, 7)) - 1]?.[Math.floor((minute ?? 0) / 60)] ?? 'flat'
}

/** The place of the first point of each day, and one past the last. */
function dayStartsOf(points: readonly UsePoint[]): number[] {
  const firsts = points.flatMap(({ day }, index) => (day === points[index - 1]?.day ? [] : [index]))
  return [...firsts, points.length]
}
