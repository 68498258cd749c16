/** Moments as people type them, by the wall clock of a time zone. */
import { offsetAt, wallClockAt } from '@/lib/domain/metering/calendar'

const TYPED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/
const DAY_S = 86_400

/**
 * UTC seconds of "2026-11-03T14:05" on a wall clock; null if it is no moment, or one that the clock skips when it goes forward. Of one
 * that it shows twice when it goes back, the first.
 */
export function parseMoment(text: string, timeZone: string): number | null {
  const typed = text.trim()
  const wall = TYPED.test(typed) ? Date.parse(`${typed}Z`) / 1_000 : Number.NaN
  if (Number.isNaN(wall) || !new Date(wall * 1_000).toISOString().startsWith(typed)) return null
  const offsets = [wall - DAY_S, wall + DAY_S].map((near) => offsetAt(near, timeZone))
  const found = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall)
  return found.length === 0 ? null : Math.min(...found)
}

/** What parseMoment reads back, to the minute. */
export function typedMoment(at: number, timeZone: string): string {
  const { date, hour, minute } = wallClockAt(at, timeZone)
  return `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
