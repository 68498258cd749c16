/** Consecutive intervals cut at local midnights. */
import { addDays, dayBounds, localDateOf, type Bounds, type LocalDate } from '@/lib/domain/metering/calendar'
import { WHOLE_DAY_MINUTES } from '@/lib/domain/metering/meter-day'

const DAY_S = 86_400
const MINUTE_S = 60
/** Each is a whole number of the one before or fits the hour: any two have a common multiple that is here, too. */
export const INTERVAL_MINUTES = [5, 10, 15, 20, 30, 60, WHOLE_DAY_MINUTES]
/** Days whose bounds are remembered: years of them, and no more whatever a file says. */
const MOST_REMEMBERED = 20_000

/** Some intervals in a row, as they lie in one local day. */
export interface DayPart {
  day: LocalDate
  minutes: number
  /** Intervals the whole day has. */
  count: number
  /** Place of the first in the day. */
  first: number
  /** Place of the first in what was cut. */
  from: number
  length: number
}

export interface Consecutive {
  /** UTC seconds. */
  start: number
  seconds: number
  count: number
}

export type SplitFault = 'IntervalLengthUnusual' | 'IntervalsMisaligned'

/** The local days of one time zone. Their bounds take long to find and are asked for again and again. */
export class DaySplitter {
  private readonly bounds = new Map<LocalDate, Bounds>()
  private last: (Bounds & { day: LocalDate }) | undefined

  constructor(private readonly timeZone: string) {}

  /** The parts in order, or why they fit no days: intervals of an odd length, or such that lie across midnight. */
  split({ start, seconds, count }: Consecutive): DayPart[] | SplitFault {
    if (seconds === DAY_S) return this.wholeDays(start, count)
    const minutes = seconds / MINUTE_S
    if (!INTERVAL_MINUTES.includes(minutes)) return 'IntervalLengthUnusual'
    const parts: DayPart[] = []
    for (let from = 0; from < count; ) {
      const at = start + from * seconds
      const { day, ...bounds } = this.dayOf(at)
      const first = (at - bounds.start) / seconds
      const inDay = (bounds.end - bounds.start) / seconds
      if (!Number.isInteger(first) || !Number.isInteger(inDay)) return 'IntervalsMisaligned'
      const length = Math.min(count - from, inDay - first)
      parts.push({ day, minutes, count: inDay, first, from, length })
      from += length
    }
    return parts
  }

  private wholeDays(start: number, count: number): DayPart[] | SplitFault {
    const { day, ...bounds } = this.dayOf(start)
    if (bounds.start !== start) return 'IntervalsMisaligned'
    return Array.from({ length: count }, (_, from) => ({
      day: addDays(day, from),
      minutes: WHOLE_DAY_MINUTES,
      count: 1,
      first: 0,
      from,
      length: 1,
    }))
  }

  private dayOf(at: number): Bounds & { day: LocalDate } {
    const next = this.last && at === this.last.end ? addDays(this.last.day, 1) : null
    if (!this.last || at < this.last.start || at >= this.last.end) {
      const day = next ?? localDateOf(at, this.timeZone)
      this.last = { day, ...this.boundsOf(day) }
    }
    return this.last
  }

  boundsOf(day: LocalDate): Bounds {
    let bounds = this.bounds.get(day)
    if (!bounds) {
      if (this.bounds.size >= MOST_REMEMBERED) this.bounds.clear()
      bounds = dayBounds(day, this.timeZone)
      this.bounds.set(day, bounds)
    }
    return bounds
  }

  /** How many intervals of this length the day has. */
  countOf(day: LocalDate, minutes: number): number {
    if (minutes === WHOLE_DAY_MINUTES) return 1
    const { start, end } = this.boundsOf(day)
    return (end - start) / (minutes * MINUTE_S)
  }
}
