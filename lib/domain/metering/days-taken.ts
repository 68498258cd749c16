/** Days that a meter file may be about. */
import { dayBounds, type Bounds, type LocalDate } from '@/lib/domain/metering/calendar'

const DAY_S = 86_400
/** Later ones have five digits. */
const LAST_S = Date.parse('9999-12-31T23:59:59Z') / 1_000

export class DaysTaken {
  private readonly bounds: Bounds

  /** [from, to). */
  constructor(
    readonly from: LocalDate,
    readonly to: LocalDate,
    timeZone: string,
  ) {
    this.bounds = { start: dayBounds(from, timeZone).start, end: dayBounds(to, timeZone).start }
  }

  hasDay(day: LocalDate): boolean {
    return day >= this.from && day < this.to
  }

  hasInstant(time: number): boolean {
    return time >= this.bounds.start && time < this.bounds.end
  }

  /**
   * An end of [start, end] that is far outside, or null. To be asked first: files hold times that no calendar has a date for.
   * Local days are not all equally long, so a day at either end does not count.
   */
  farOutside({ start, end }: Bounds): number | null {
    if (start < this.bounds.start - DAY_S) return start
    return end > this.bounds.end + DAY_S ? end : null
  }
}

/** The date UTC of whatever number a file has for a time, or the nearest that can be written. */
export function writtenDate(time: number): string {
  return new Date(Math.min(Math.max(time, 0), LAST_S) * 1_000).toISOString().slice(0, 10)
}
