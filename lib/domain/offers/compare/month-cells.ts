/** The calendar cells of a year: register × month, made by adding up days that were counted before. */
import { firstDateOf, nextMonth, startOfDay, type MonthOfYear } from '../../metering/calendar'
import { registerValues } from '../../metering/register-values'
import { mulDivDown, divDown, signedNano, watt, wh, type Watt } from '../../units/units'
import { NOT_ATTESTED } from '../determinants'
import type { MonthUse, UseHistory, UseYear } from './compared'
import { YEAR_MONTHS, type YearDays } from './year-days'

const REGISTER_COUNT = 5
const PERCENT = 100n

/** Whole numbers: Wh (five for each month, in the order of REGISTERS), Wh, W and Nano. */
export interface MonthCells {
  registers: Float64Array
  exported: Float64Array
  maxDemand: Float64Array
  /** Null where the index does not cover all of the month's days. */
  indexCost: readonly (bigint | null)[]
}

export function cellsOf(use: UseHistory, { from, places }: Pick<YearDays, 'from' | 'places'>): MonthCells {
  const registers = new Float64Array(YEAR_MONTHS * REGISTER_COUNT)
  const exported = new Float64Array(YEAR_MONTHS)
  const maxDemand = new Float64Array(YEAR_MONTHS)
  const indexCost: (bigint | null)[] = []
  const hasIndex = use.indexCost.some((cost) => cost !== null)
  for (let month = 0; month < YEAR_MONTHS; month++) {
    const [first, end] = [from[month] ?? 0, from[month + 1] ?? 0]
    const cell = month * REGISTER_COUNT
    for (let day = first; day < end; day++) {
      const place = places[day] ?? 0
      for (let register = 0; register < REGISTER_COUNT; register++) {
        const energy = use.registers[place * REGISTER_COUNT + register] ?? 0
        registers[cell + register] = (registers[cell + register] ?? 0) + energy
      }
      exported[month] = (exported[month] ?? 0) + (use.exported[place] ?? 0)
      maxDemand[month] = Math.max(maxDemand[month] ?? 0, use.maxDemand[place] ?? 0)
    }
    indexCost.push(hasIndex ? costOf(use, places.subarray(first, end)) : null)
  }
  return { registers, exported, maxDemand, indexCost }
}

function costOf({ indexCost }: UseHistory, places: Int32Array): bigint | null {
  let sum = 0n
  for (const place of places) {
    const cost = indexCost[place]
    if (cost === null || cost === undefined) return null
    sum += cost
  }
  return sum
}

/** Months by name, with their bounds in UTC seconds: the zone's rules are asked once for all years that are compared. */
export type NamedMonth = Pick<MonthUse, 'id' | 'start' | 'end'>

export function namedMonths(months: readonly MonthOfYear[], timeZone: string): NamedMonth[] {
  const last = months.at(-1)
  const firsts = last ? [...months, nextMonth(last)] : []
  const starts = firsts.map((month) => startOfDay(firstDateOf(month), timeZone))
  return months.map((month, index) => ({
    id: firstDateOf(month).slice(0, 'YYYY-MM'.length),
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? 0,
  }))
}

/** The cells as the market's own quantities. */
export function monthsOf(named: readonly NamedMonth[], cells: MonthCells): MonthUse[] {
  return named.map((month, index) => {
    const five = Array.from(cells.registers.subarray(index * REGISTER_COUNT, (index + 1) * REGISTER_COUNT), BigInt)
    const cost = cells.indexCost[index] ?? null
    return {
      ...month,
      registers: registerValues(five.map(wh)),
      used: wh(five.reduce((sum, energy) => sum + energy, 0n)),
      exported: wh(BigInt(cells.exported[index] ?? 0)),
      maxDemand: watt(BigInt(cells.maxDemand[index] ?? 0)),
      indexCost: cost === null ? NOT_ATTESTED : signedNano(cost),
    }
  })
}

export function yearOfUse(use: UseHistory, days: YearDays): UseYear {
  const months = monthsOf(namedMonths(days.months, use.timeZone), cellsOf(use, days))
  const daily = days.places.reduce((count, place) => count + (use.daily[place] ?? 0), 0)
  return { months, basis: { from: months[0]?.id ?? '', to: months.at(-1)?.id ?? '', ...days.counts, daily } }
}

/** A month of more or less of the same use: each cell times a ratio, rounded down. */
export function scaledMonth(month: MonthUse, percent: bigint): MonthUse {
  if (percent === PERCENT) return month
  const scaled = (value: bigint) => mulDivDown(value, percent, PERCENT)
  const registers = registerValues(month.registers.map((energy) => wh(scaled(energy))))
  return {
    ...month,
    registers,
    used: wh(registers.reduce<bigint>((sum, energy) => sum + energy, 0n)),
    exported: wh(scaled(month.exported)),
    maxDemand: watt(scaled(month.maxDemand)),
    indexCost:
      month.indexCost === NOT_ATTESTED ? NOT_ATTESTED : signedNano(divDown(month.indexCost * percent, PERCENT)),
  }
}

/** What a connection is taken to carry where nobody said. */
export function highestDemand(months: readonly MonthUse[]): Watt {
  return months.reduce((most, { maxDemand }) => (maxDemand > most ? maxDemand : most), watt(0n))
}
