/** From what a clock on the wall shows to instants. A zone is an IANA name or a fixed offset such as +01:00. */
import { offsetAt } from '@/lib/domain/metering/calendar'

const DAY_S = 86_400
const FIXED = /^([+-])(\d{2}):(\d{2})$/

/** Seconds ahead of UTC if the zone is a fixed offset, else null. Not every browser knows offsets as zones. */
export function fixedOffset(zone: string): number | null {
  const [, sign, hours, minutes] = FIXED.exec(zone) ?? []
  if (sign === undefined) return null
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60
  return sign === '-' ? -seconds : seconds
}

export function zoneOffsetAt(utcSeconds: number, zone: string): number {
  return fixedOffset(zone) ?? offsetAt(utcSeconds, zone)
}

/** The instants at which a zone's wall clock shows a time: one, none where the clocks skip it, two where they go back. */
export function instantFinder(zone: string): (wall: number) => number[] {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return (wall) => [wall - fixed]
  const byDay = new Map<number, readonly [number, number]>()
  return (wall) => {
    const day = Math.floor(wall / DAY_S)
    let offsets = byDay.get(day)
    if (!offsets) {
      offsets = [offsetAt((day - 1) * DAY_S, zone), offsetAt((day + 2) * DAY_S, zone)]
      if (byDay.size > 100) byDay.clear()
      byDay.set(day, offsets)
    }
    const [before, after] = offsets
    if (before === after) return [wall - before]
    return [...new Set([before, after])]
      .map((offset) => wall - offset)
      .filter((at) => at + offsetAt(at, zone) === wall)
      .sort((a, b) => a - b)
  }
}
