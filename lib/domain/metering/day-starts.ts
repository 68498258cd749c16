/** First instants of consecutive local days: the zone's rules are asked twice a week, not for each day. */
import { dayBounds, offsetAt } from './calendar'

const DAY_S = 86_400
const WEEK = 7
/** Every zone's offset lies within ±16 hours, so a date's first instant lies within ±16 hours of its UTC midnight. */
const WIDEST_OFFSET_S = 16 * 3_600

/**
 * Of `count` days from day `first` (days since 1 January 1970 on the wall calendar), and of the one after them. No zone
 * changes its clocks twice within a week so that the second change undoes the first.
 */
export function dayStarts(first: number, count: number, timeZone: string): Float64Array {
  const starts = new Float64Array(count + 1)
  for (let from = 0; from <= count; from += WEEK) {
    const to = Math.min(from + WEEK, count + 1)
    const offset = offsetAt((first + from) * DAY_S - WIDEST_OFFSET_S, timeZone)
    const changes = offset !== offsetAt((first + to - 1) * DAY_S + WIDEST_OFFSET_S, timeZone)
    for (let day = from; day < to; day++) {
      const midnight = (first + day) * DAY_S
      starts[day] = changes ? dayBounds(dateOfDay(first + day), timeZone).start : midnight - offset
    }
  }
  return starts
}

/** YYYY-MM-DD of a day since 1 January 1970. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_S * 1_000).toISOString().slice(0, 10)
}

/** Exact inverse of dateOfDay. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / (DAY_S * 1_000)
}
