import { MONTHS } from '@/lib/domain/agreements/terms'
import { monthBounds, nextMonth, wallClockAt, type MonthOfYear } from '@/lib/domain/metering/calendar'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import { wh, type Watt, type Wh } from '@/lib/domain/units/units'

export interface PlannedMonth {
  /** UTC seconds of its first instant. */
  start: number
  /** Suggested contracted energy; null where nothing is known of the meter. */
  suggestedWh: Wh | null
  /** The highest demand to be expected; null where nothing is known of the meter. */
  maxDemand: Watt | null
}

export interface MeasuredMonth {
  /** Local year and month, YYYY-MM. */
  month: string
  usedWh: Wh
  maxDemand: Watt
}

/** How many of the latest months count: one of each name. */
const RECENT = MONTHS

/**
 * The twelve months from the start of supply, each with what the same month of the past year used. A month without
 * measurements takes the average of the others, and the highest of their demands: whoever signs should not be surprised upwards.
 */
export function plannedMonths(start: number, timeZone: string, measured: readonly MeasuredMonth[]): PlannedMonth[] {
  const recent = [...measured].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-RECENT)
  const byMonth = new Map(recent.map((measured) => [Number(measured.month.slice(5)), measured]))
  const average =
    recent.length === 0 ? null : wh(recent.reduce((sum, { usedWh }) => sum + usedWh, 0n) / BigInt(recent.length))
  const highest = recent.reduce<Watt | null>(
    (most, { maxDemand }) => (maxDemand > (most ?? -1n) ? maxDemand : most),
    null,
  )
  return monthsFrom(start, timeZone).map((month) => ({
    start: monthBounds(month, timeZone).start,
    suggestedWh: byMonth.get(month.month)?.usedWh ?? average,
    maxDemand: byMonth.get(month.month)?.maxDemand ?? highest,
  }))
}

/** For whom nothing is known: every month as the offer's own middle example. */
export function examplePlan(start: number, timeZone: string, examples: readonly WorkedExample[]): PlannedMonth[] {
  const example = examples[Math.floor(examples.length / 2)]
  return monthsFrom(start, timeZone).map((month) => ({
    start: monthBounds(month, timeZone).start,
    suggestedWh: example?.contracted ?? null,
    maxDemand: example?.usage.maxDemand ?? null,
  }))
}

/** What was carried along from a comparison, January first, comes before the past year. */
export function withPlan(
  months: readonly PlannedMonth[],
  plan: readonly Wh[] | null,
  timeZone: string,
): PlannedMonth[] {
  return months.map((planned) => {
    const month = Number(wallClockAt(planned.start, timeZone).date.slice(5, 7))
    return { ...planned, suggestedWh: plan?.[month - 1] ?? planned.suggestedWh }
  })
}

function monthsFrom(start: number, timeZone: string): MonthOfYear[] {
  const [year, month] = wallClockAt(start, timeZone).date.split('-').map(Number)
  const months: MonthOfYear[] = []
  for (let next = { year: year ?? 0, month: month ?? 1 }; months.length < MONTHS; next = nextMonth(next))
    months.push(next)
  return months
}
