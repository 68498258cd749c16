/** Settlement periods: the market's calendar months, as half-open intervals [start, end) of UTC seconds. */
import { monthBounds, nextMonth, type MonthOfYear } from '../metering/calendar'

export interface Period {
  /** Local year and month, YYYY-MM. */
  id: string
  start: number
  end: number
}

export function periodOf(month: MonthOfYear, timeZone: string): Period {
  const id = `${String(month.year).padStart(4, '0')}-${String(month.month).padStart(2, '0')}`
  return { id, ...monthBounds(month, timeZone) }
}

/** Consecutive periods: each ends where the next one starts. */
export function consecutivePeriods(first: MonthOfYear, count: number, timeZone: string): Period[] {
  const periods: Period[] = []
  for (let month = first; periods.length < count; month = nextMonth(month)) periods.push(periodOf(month, timeZone))
  return periods
}

/** The period that starts at an instant, as TariffBook.periodEnd knows it. */
export function periodStarting<P extends { start: number }>(periods: readonly P[], start: number): P | undefined {
  return periods.find((period) => period.start === start)
}

/** The period an instant belongs to. Its end belongs to the next one. */
export function periodAt<P extends { start: number; end: number }>(periods: readonly P[], at: number): P | undefined {
  return periods.find((period) => period.start <= at && at < period.end)
}

/** The first period that has not started: the earliest start of a new agreement. */
export function nextPeriod<P extends { start: number }>(periods: readonly P[], now: number): P | undefined {
  return periods.filter((period) => period.start >= now).sort((a, b) => a.start - b.start)[0]
}
