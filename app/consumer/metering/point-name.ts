import { addDays } from '@/lib/domain/metering/calendar'
import { spanOf, type DateSpan, type MeteringView } from '@/lib/domain/metering/metering-view'
import type { UsePoint } from '@/lib/domain/metering/use-point'
import { wallTime } from '@/lib/domain/metering/curve-points'
import { formatDate, formatDateRange } from '@/lib/format/local-date'
import type { Locale } from '@/lib/format/locale'

export interface PointWords {
  locale: Locale
  wholeDay: string
  /** "01:00–02:00 (second time)". */
  again: (time: string) => string
}

export interface NamedPoint {
  view: MeteringView
  point: Pick<UsePoint, 'day' | 'minute' | 'again'>
  /** How long it is, where it is shorter than a day. */
  minutes: number
}

/** What a point is called in full: "18:00–18:15", "Thu 26 Nov, 18:00–19:00", "Thu 26 Nov", "November 2026". */
export function pointName({ view, point, minutes }: NamedPoint, { locale, wholeDay, again }: PointWords): string {
  const { day, minute } = point
  if (view === 'year') return formatDate(day, locale, 'month')
  if (view === 'month') return formatDate(day, locale, 'short')
  const time = minute === null ? wholeDay : `${wallTime(minute)}–${wallTime(minute + minutes)}`
  const shown = point.again ? again(time) : time
  if (view === 'day') return shown
  return minute === null ? formatDate(day, locale, 'short') : `${formatDate(day, locale, 'short')}, ${shown}`
}

/** What several points in a row are called together, from the first to the last of them. */
export function runName(
  { view, first, last, minutes }: Omit<NamedPoint, 'point'> & { first: UsePoint; last: UsePoint },
  words: PointWords,
): string {
  const { locale } = words
  if (first === last || first.minute === null || last.minute === null) {
    const names = [first, last].map((point) => pointName({ view, point, minutes }, words))
    return [...new Set(names)].join(' – ')
  }
  const [start, end] = [wallTime(first.minute), wallTime(last.minute + minutes)]
  if (view === 'day') return `${start}–${end}`
  const [day, lastDay] = [first.day, last.day].map((date) => formatDate(date, locale, 'short'))
  if (start === '00:00' && end === '24:00') return day === lastDay ? `${day}` : `${day} – ${lastDay}`
  return day === lastDay ? `${day}, ${start}–${end}` : `${day}, ${start} – ${lastDay}, ${end}`
}

const TICK_MINUTES = 180
const NOON = 720

/** What stands under it on the axis; null for most. */
export function pointTick(view: MeteringView, point: NamedPoint['point'], locale: Locale): string | null {
  const { day, minute, again } = point
  switch (view) {
    case 'day':
      return minute !== null && minute % TICK_MINUTES === 0 && !again ? wallTime(minute) : null
    case 'week':
      return (minute === null || minute === NOON) && !again ? formatDate(day, locale, 'weekday') : null
    case 'month':
      return String(Number(day.slice(8)))
    case 'year':
      return formatDate(day, locale, 'shortMonth')
  }
}

/** What a span is called: "Thursday, 26 November 2026", "23–29 Nov 2026", "November 2026", "2026". */
export function spanName(view: MeteringView, { from, to }: DateSpan, locale: Locale): string {
  if (view === 'week') return formatDateRange({ first: from, last: addDays(to, -1) }, locale)
  return formatDate(from, locale, view === 'day' ? 'full' : view)
}

/** The view one step closer, of the day or month a point stands for. */
export function closerView(view: MeteringView): MeteringView | null {
  return view === 'year' ? 'month' : view === 'day' ? null : 'day'
}

/** The name of the span a year before, short enough for a legend. */
export function shortSpanName(view: MeteringView, date: string, locale: Locale): string {
  const span = spanOf(view, date)
  return view === 'day' ? formatDate(span.from, locale, 'day') : spanName(view, span, locale)
}
