/** Where each interval of a meter-day lies in time, and what the wall clock shows when it starts. */
import { dayBounds, wallClockAt } from './calendar'
import { WHOLE_DAY_MINUTES, type MeterDay } from './meter-day'

const MINUTE_S = 60
const PLAIN_DAY_S = 86_400

export interface Slot {
  /** UTC seconds, [start, end). */
  start: number
  end: number
  /** Minutes since the wall clock showed 00:00. An hour that passes twice has the same minutes twice. */
  minute: number
}

export function slotsOf({ day, minutes }: Pick<MeterDay, 'day' | 'minutes'>, timeZone: string): Slot[] {
  const { start, end } = dayBounds(day, timeZone)
  if (minutes === WHOLE_DAY_MINUTES) return [{ start, end, minute: 0 }]
  const seconds = minutes * MINUTE_S
  // Only where the clocks change must the zone's rules be asked for each interval.
  const isPlain = end - start === PLAIN_DAY_S
  return Array.from({ length: (end - start) / seconds }, (_, index) => {
    const at = start + index * seconds
    return { start: at, end: at + seconds, minute: isPlain ? index * minutes : wallMinute(at, timeZone) }
  })
}

function wallMinute(at: number, timeZone: string): number {
  const { hour, minute } = wallClockAt(at, timeZone)
  return hour * MINUTE_S + minute
}
