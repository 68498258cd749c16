/** One local day of a meter, interval by interval, and how well each is known. */
import { dayBounds, type LocalDate } from '@/lib/domain/metering/calendar'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Wh } from '@/lib/domain/units/units'

/** The place of each is its byte in packed qualities: never reorder. */
export const INTERVAL_QUALITIES = ['Measured', 'Estimated', 'Substituted', 'Missing'] as const
export type IntervalQuality = ReadQuality | 'Missing'

/** One interval for the whole local day, be it 23 or 25 hours long. */
export const WHOLE_DAY_MINUTES = 1_440

/** What was measured from one local midnight to the next. */
export interface MeterDay {
  day: LocalDate
  /** Length of one interval: 5, 10, 15, 20, 30 or 60, or WHOLE_DAY_MINUTES. */
  minutes: number
  /** In order of time; the three lists have the same length. A missing interval holds 0 Wh. */
  importWh: readonly Wh[]
  exportWh: readonly Wh[]
  qualities: readonly IntervalQuality[]
}

/** Best first. A substitute was put in after checking; an estimate waits for the true value; what is missing is not known at all. */
const BEST_FIRST: readonly IntervalQuality[] = ['Measured', 'Substituted', 'Estimated', 'Missing']

export function worseQuality(a: IntervalQuality, b: IntervalQuality): IntervalQuality {
  return BEST_FIRST.indexOf(a) < BEST_FIRST.indexOf(b) ? b : a
}

/** A day is as good as its worst interval. */
export function worstQuality(qualities: readonly IntervalQuality[]): IntervalQuality {
  return qualities.reduce<IntervalQuality>(worseQuality, 'Measured')
}

/** How many intervals of this length a local day has: a day may have 92 or 100 quarter-hours. */
export function intervalsIn(day: LocalDate, minutes: number, timeZone: string): number {
  if (minutes === WHOLE_DAY_MINUTES) return 1
  const { start, end } = dayBounds(day, timeZone)
  return (end - start) / (minutes * 60)
}

/** One byte for each interval; null where all have the same quality, which the day has then, too. */
export function packQualities(qualities: readonly IntervalQuality[]): Uint8Array | null {
  const worst = worstQuality(qualities)
  if (qualities.every((quality) => quality === worst)) return null
  return Uint8Array.from(qualities, (quality) => INTERVAL_QUALITIES.indexOf(quality))
}

/** Exact inverse of packQualities. */
export function unpackQualities(
  bytes: Uint8Array | null,
  { quality, count }: { quality: IntervalQuality; count: number },
): IntervalQuality[] {
  if (bytes === null) return new Array<IntervalQuality>(count).fill(quality)
  if (bytes.length !== count) throw new RangeError(`${bytes.length} qualities for ${count} intervals`)
  return Array.from(bytes, (byte) => {
    const found = INTERVAL_QUALITIES[byte]
    if (!found) throw new RangeError(`no quality has the byte ${byte}`)
    return found
  })
}
