/** A few missing hours do not cost a whole day: they are estimated as the market's substitution rules have it. For comparing only. */
import { estimateGaps } from './estimate-gaps'
import type { MeterDay } from './meter-day'

/** More of a day than a quarter is no gap but a day that is not known. */
const MOST_MISSING = 0.25

export interface FilledDays {
  /** Those that are known to their end, in order. */
  days: MeterDay[]
  /** Of them: with an interval that was estimated here. */
  filled: number
  /** Left out: too little of them is known. */
  left: number
}

/** @param days In order, each date once. */
export function withShortGapsFilled(days: readonly MeterDay[], timeZone: string): FilledDays {
  const history = new Map(days.map((day) => [day.day, day]))
  const known: MeterDay[] = []
  let filled = 0
  for (const day of days) {
    const missing = day.qualities.filter((quality) => quality === 'Missing').length
    if (missing === 0) known.push(day)
    else if (missing <= day.qualities.length * MOST_MISSING) {
      const estimate = estimateGaps([day], history, timeZone)
      if (!estimate.ok) continue
      known.push(...estimate.value.days)
      filled += 1
    }
  }
  return { days: known, filled, left: days.length - known.length }
}
