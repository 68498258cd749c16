/** What is missing between the first and the last thing known. */
import { addDays, daysBetween, type LocalDate } from './calendar'
import { intervalsIn, type MeterDay } from './meter-day'
import { slotsOf } from './slots'
import { wh } from '../units/units'

/** Local days [from, to). */
export interface DaySpan {
  from: LocalDate
  to: LocalDate
}

export interface Gap {
  /** UTC seconds, [from, to). */
  from: number
  to: number
  intervals: number
}

/** Length of the intervals of a day when nothing at all is known: hours. */
const UNKNOWN_MINUTES = 60

export function missingDay(day: LocalDate, minutes: number, timeZone: string): MeterDay {
  const none = Array.from({ length: intervalsIn(day, minutes, timeZone) }, () => wh(0n))
  return { day, minutes, importWh: none, exportWh: none, qualities: none.map(() => 'Missing') }
}

/**
 * Every day of a span; one that is not given is missing from midnight to midnight, in intervals as long as those of the day
 * before it. Without a span: from the first day given to the last.
 * @param days In order, each date once.
 */
export function completeDays(days: readonly MeterDay[], timeZone: string, span = spanOf(days)): MeterDay[] {
  if (!span) return []
  const given = new Map(days.map((day) => [day.day, day]))
  let minutes = days[0]?.minutes ?? UNKNOWN_MINUTES
  return Array.from({ length: Math.max(0, daysBetween(span)) }, (_, index) => {
    const date = addDays(span.from, index)
    const day = given.get(date) ?? missingDay(date, minutes, timeZone)
    minutes = day.minutes
    return day
  })
}

function spanOf(days: readonly MeterDay[]): DaySpan | null {
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? { from: first.day, to: addDays(last.day, 1) } : null
}

/** Runs of missing intervals, also across midnight; days that are not given between two that are belong to them. */
export function gapsIn(days: readonly MeterDay[], timeZone: string, span?: DaySpan): Gap[] {
  const gaps: Gap[] = []
  for (const day of completeDays(days, timeZone, span)) {
    if (!day.qualities.includes('Missing')) continue
    for (const [index, { start, end }] of slotsOf(day, timeZone).entries()) {
      if (day.qualities[index] !== 'Missing') continue
      const open = gaps.at(-1)
      if (open?.to === start) Object.assign(open, { to: end, intervals: open.intervals + 1 })
      else gaps.push({ from: start, to: end, intervals: 1 })
    }
  }
  return gaps
}
