import { totalsOf, type BillFigures, type BillTotals } from '@/components/energy/bill/bill-totals'
import { wallClockAt } from '@/lib/domain/metering/calendar'

const MONTHS = 12

export interface BilledMonth extends BillFigures {
  start: number
}

/** The calendar years that have bills, newest first. */
export function yearsOf(bills: readonly { start: number }[], timeZone: string): number[] {
  return [...new Set(bills.map(({ start }) => yearAt(start, timeZone)))].sort((a, b) => b - a)
}

/** The bills of a calendar year; without one, those of the last twelve billed months. Newest first. */
export function billsIn<Bill extends { start: number }>(
  bills: readonly Bill[],
  year: number | null,
  timeZone: string,
): Bill[] {
  const newestFirst = [...bills].sort((a, b) => b.start - a.start)
  if (year !== null) return newestFirst.filter(({ start }) => yearAt(start, timeZone) === year)
  const months = new Set([...new Set(newestFirst.map(({ start }) => start))].slice(0, MONTHS))
  return newestFirst.filter(({ start }) => months.has(start))
}

/** One entry per month, oldest first: several supply points are added together. */
export function byMonth(bills: readonly BilledMonth[]): (BillTotals & { start: number })[] {
  const starts = [...new Set(bills.map(({ start }) => start))].sort((a, b) => a - b)
  return starts.map((start) => ({ start, ...totalsOf(bills.filter((bill) => bill.start === start)) }))
}

function yearAt(at: number, timeZone: string): number {
  return Number(wallClockAt(at, timeZone).date.slice(0, 4))
}
