/** Meter-days as the points of a load curve: intervals of a day, hours of a week, days of a month, months of a year. */
import { addDays, dayBounds, type LocalDate } from '@/lib/domain/metering/calendar'
import { localClock } from '@/lib/domain/metering/local-clock'
import { WHOLE_DAY_MINUTES, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { weekdayOf, type DateSpan, type MeteringView } from '@/lib/domain/metering/metering-view'
import { NO_ENERGY, NO_MINUTES, type EnergyByQuality, type UsePoint } from '@/lib/domain/metering/use-point'
import { wh, type Wh } from '@/lib/domain/units/units'

const HOUR_MINUTES = 60

export interface CurveOf {
  view: MeteringView
  span: DateSpan
  /** From the first day that can have data to the first that cannot yet: a day in it without data is missing. */
  metered: DateSpan
  timeZone: string
  /** No point of a day is shorter than this: to hold it against one that was measured in longer intervals. */
  atLeastMinutes?: number
}

/** Some time of one quality, or (null) outside what is metered. */
interface Piece {
  slot: string
  day: LocalDate
  minute: number | null
  again: boolean
  minutes: number
  quality: IntervalQuality | null
  importWh: Wh
  exportWh: Wh
}

/** In order of time, without a hole: what is missing or yet to come has a point too. `days` are some of the span's, in order. */
export function curvePoints(days: readonly MeterDay[], curve: CurveOf): UsePoint[] {
  const found = new Map(days.map((day) => [day.day, day]))
  const pointMinutes = pointLength(days, curve)
  const pieces: Piece[] = []
  for (let date = curve.span.from; date < curve.span.to; date = addDays(date, 1)) {
    const day = found.get(date) ?? emptyDay(date, pointMinutes, curve)
    const outside = !found.has(date) && (date < curve.metered.from || date >= curve.metered.to)
    const intervals = pointMinutes === WHOLE_DAY_MINUTES ? wholeDay(day, curve) : timedIntervals(day, curve)
    for (const interval of intervals) {
      const place = placeOf(interval, pointMinutes, curve.view)
      pieces.push({ ...interval, ...place, quality: outside ? null : interval.quality })
    }
  }
  return gather(pieces)
}

/** How long a point is at least; months and years have whole days. */
export function pointLength(days: readonly MeterDay[], { view, atLeastMinutes = 0 }: CurveOf): number {
  if (view === 'month' || view === 'year') return WHOLE_DAY_MINUTES
  const longest = days.reduce((most, { minutes }) => Math.max(most, minutes), atLeastMinutes)
  const shortest = view === 'week' || days.length === 0 ? HOUR_MINUTES : 0
  return Math.max(longest, shortest)
}

type Interval = Omit<Piece, 'slot' | 'quality'> & { quality: IntervalQuality }

function emptyDay(day: LocalDate, pointMinutes: number, { timeZone }: CurveOf): MeterDay {
  const minutes = Math.min(pointMinutes, HOUR_MINUTES)
  const count = Math.ceil(minutesOf(day, timeZone) / minutes)
  const none = Array.from({ length: count }, () => wh(0n))
  return { day, minutes, importWh: none, exportWh: none, qualities: none.map(() => 'Missing') }
}

/** Each interval with what the wall clock showed at its start. */
function timedIntervals({ day, minutes, importWh, exportWh, qualities }: MeterDay, { timeZone }: CurveOf): Interval[] {
  const clock = localClock(timeZone)
  const { start } = dayBounds(day, timeZone)
  let latest = -1
  return importWh.map((energy, index) => {
    const { minute } = clock(start + index * minutes * 60)
    const again = minute <= latest
    latest = Math.max(latest, minute)
    const quality = qualities[index] ?? 'Missing'
    return { day, minute, again, minutes, quality, importWh: energy, exportWh: exportWh[index] ?? wh(0n) }
  })
}

function wholeDay(day: MeterDay, { timeZone }: CurveOf): Interval[] {
  const minutes = day.minutes === WHOLE_DAY_MINUTES ? minutesOf(day.day, timeZone) : day.minutes
  return day.importWh.map((importWh, index) => ({
    day: day.day,
    minute: null,
    again: false,
    minutes,
    quality: day.qualities[index] ?? 'Missing',
    importWh,
    exportWh: day.exportWh[index] ?? wh(0n),
  }))
}

function minutesOf(day: LocalDate, timeZone: string): number {
  const { start, end } = dayBounds(day, timeZone)
  return (end - start) / 60
}

function placeOf(interval: Interval, pointMinutes: number, view: MeteringView): Pick<Piece, 'slot' | 'minute'> {
  const { day, again } = interval
  if (view === 'month') return { slot: String(Number(day.slice(8))), minute: null }
  if (view === 'year') return { slot: String(Number(day.slice(5, 7))), minute: null }
  const weekday = view === 'week' ? [String(weekdayOf(day))] : []
  if (interval.minute === null) return { slot: weekday.join('') || 'day', minute: null }
  const minute = interval.minute - (interval.minute % pointMinutes)
  return { slot: [...weekday, wallTime(minute), ...(again ? ['again'] : [])].join(' '), minute }
}

/** "18:00". */
export function wallTime(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / HOUR_MINUTES))}:${two(minute % HOUR_MINUTES)}`
}

interface Growing extends Pick<UsePoint, 'slot' | 'day' | 'minute' | 'again'> {
  importWh: Record<keyof EnergyByQuality, Wh>
  exportWh: Record<keyof EnergyByQuality, Wh>
  minutes: Record<IntervalQuality, number>
}

function gather(pieces: readonly Piece[]): UsePoint[] {
  const points = new Map<string, Growing>()
  for (const { slot, day, minute, again, minutes, quality, importWh, exportWh } of pieces) {
    const start = { slot, day, minute, again }
    const point = points.get(slot) ?? {
      ...start,
      importWh: { ...NO_ENERGY },
      exportWh: { ...NO_ENERGY },
      minutes: { ...NO_MINUTES },
    }
    points.set(slot, point)
    if (quality === null) continue
    point.minutes[quality] += minutes
    if (quality === 'Missing') continue
    point.importWh[quality] = wh(point.importWh[quality] + importWh)
    point.exportWh[quality] = wh(point.exportWh[quality] + exportWh)
  }
  return [...points.values()]
}
