import { MONTHS } from '@/lib/domain/agreements/terms'
import { monthBounds, nextMonth, wallClockAt, type MonthOfYear } from '@/lib/domain/metering/calendar'
import { mapRegisters, sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { watt, wh, type Watt, type Wh } from '@/lib/domain/units/units'
import type { PlannedMonth } from './planned-months'

/** One of the twelve months after a switch, with what the same month used last, and what the old agreement has for it. */
export interface SwitchMonth extends PlannedMonth {
  suggestedWh: Wh
  maxDemand: Watt
  /** Null where nothing was measured. */
  registers: RegisterValues<Wh> | null
  oldContracted: Wh
}

export interface MeasuredUse {
  /** Local year and month, YYYY-MM. */
  month: string
  registers: RegisterValues<Wh>
  maxDemand: Watt
}

export interface SwitchMonthsInput {
  /** Where the new agreement starts. */
  start: number
  timeZone: string
  old: { start: number; contractedWh: readonly Wh[] }
  /** Whole months only. */
  measured: readonly MeasuredUse[]
}

/**
 * Twelve months from the start, each as the latest month of its name was measured. A month that was not takes the mean of the
 * others and the highest of their demands. Where nothing was measured, the old agreement's plan is suggested again.
 */
export function switchMonths({ start, timeZone, old, measured }: SwitchMonthsInput): SwitchMonth[] {
  const recent = [...measured].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-MONTHS)
  const mean = meanOf(recent)
  const byName = new Map(recent.map((use) => [Number(use.month.slice(5)), use]))
  const first = monthAt(start, timeZone)
  const since = monthAt(old.start, timeZone)
  const passed = (first.year - since.year) * MONTHS + first.month - since.month
  const months: SwitchMonth[] = []
  for (let month = first; months.length < MONTHS; month = nextMonth(month)) {
    const { registers, maxDemand } = byName.get(month.month) ?? mean ?? UNKNOWN
    const oldContracted = old.contractedWh[(passed + months.length) % MONTHS] ?? wh(0n)
    const at = monthBounds(month, timeZone).start
    const suggestedWh = registers ? sumWh(registers) : oldContracted
    months.push({ start: at, suggestedWh, registers, maxDemand, oldContracted })
  }
  return months
}

const UNKNOWN = { registers: null, maxDemand: watt(0n) }

function meanOf(uses: readonly MeasuredUse[]): Omit<MeasuredUse, 'month'> | null {
  const [first, ...others] = uses
  if (!first) return null
  const sum = others.reduce(
    (total, { registers }) => mapRegisters(total, (energy, index) => wh(energy + (registers[index] ?? 0n))),
    first.registers,
  )
  const highest = uses.reduce((most, { maxDemand }) => (maxDemand > most ? maxDemand : most), watt(0n))
  return { registers: mapRegisters(sum, (energy) => wh(energy / BigInt(uses.length))), maxDemand: highest }
}

function monthAt(instant: number, timeZone: string): MonthOfYear {
  const [year = 0, month = 1] = wallClockAt(instant, timeZone).date.split('-').map(Number)
  return { year, month }
}
