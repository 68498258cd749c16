/** How long the intervals of a file are and which end of time it starts at, told from its first rows. */
import type { TimeStamp } from '../time-stamp'
import type { Report } from './faults'
import { INTERVALS_S, type CsvMapping } from './mapping'
import type { PositionRules } from './positions'

/** Enough to see past a gap, few enough to hold. */
export const ROWS_SEEN = 500

const DAY_S = 86_400

/** Null if nobody can tell, which is reported. */
export function rulesOf(mapping: CsvMapping, stamps: readonly TimeStamp[], report: Report): PositionRules | null {
  const { time, zone, mark, rows, skippedHour, repeatedHour } = mapping
  const absolute = stamps.map(({ wall, offset }) => wall - (offset ?? 0))
  const [first, last] = [absolute[0] ?? 0, absolute.at(-1) ?? 0]
  const backward = rows === 'auto' ? first > last : rows === 'newest-first'
  const always24 = skippedHour === 'leave-out-if-zero' || repeatedHour === 'once-with-both'
  const seconds = mapping.seconds ?? (time.kind === 'day-rows' ? DAY_S / time.count : commonStep(stamps, absolute))
  if (!INTERVALS_S.some((each) => each === seconds)) {
    report.fault(seconds === 0 ? 'CsvIntervalUnknown' : 'CsvIntervalUnusable', null, {
      minutes: Math.round(seconds / 60),
    })
    return null
  }
  return { zone, seconds, mark: time.kind === 'day-rows' ? 'start' : mark, direction: backward ? -1 : 1, always24 }
}

/** The most frequent step: a gap or a doubled row does not hide it. Days are counted on the wall: some have 23 hours. */
function commonStep(stamps: readonly TimeStamp[], absolute: readonly number[]): number {
  const counts = new Map<number, number>()
  for (let row = 1; row < absolute.length; row++) {
    const walls = Math.abs((stamps[row]?.wall ?? 0) - (stamps[row - 1]?.wall ?? 0))
    const step = walls % DAY_S === 0 ? walls : Math.abs((absolute[row] ?? 0) - (absolute[row - 1] ?? 0))
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([stepA, a], [stepB, b]) => b - a || stepA - stepB)
  return most?.[0] ?? 0
}
