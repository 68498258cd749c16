/** Months side by side in numbers, for formulas to run over: those of a year, and of every level and scenario after it. */
import type { TariffTable } from '../../tariffs/table'
import { divDown } from '../../units/units'
import type { ReferenceBasis } from '../offer'
import type { MonthCells } from './month-cells'
import { YEAR_MONTHS } from './year-days'

const PERCENT = 100
const REGISTER_COUNT = 5

/** What months have in common however they are priced. Whole numbers; slot = year × 12 + month. */
export interface UseCells {
  slots: number
  /** Wh; five for each slot. */
  registers: Float64Array
  used: Float64Array
  /** W. */
  maxDemand: Float64Array
  capacity: number
  /** Nano; NaN where it is not attested. */
  indexCost: Float64Array
}

/** With the published prices of the twelve months, in Micro per kWh. */
export interface CostCells extends UseCells {
  index: Float64Array
  reference: Readonly<Record<ReferenceBasis, Float64Array>>
  /** The largest of the prices above, whatever their sign. */
  largest: number
}

export interface CellYear {
  cells: Pick<MonthCells, 'registers' | 'maxDemand' | 'indexCost'>
  percent: number
}

/** Scaled as `scaledMonth` scales (month-cells.ts). */
export function cellsOfYears(years: readonly CellYear[], capacity: bigint): UseCells {
  const slots = years.length * YEAR_MONTHS
  const to = {
    ...{ slots, capacity: Number(capacity), registers: new Float64Array(slots * REGISTER_COUNT) },
    ...{ used: new Float64Array(slots), maxDemand: new Float64Array(slots), indexCost: new Float64Array(slots) },
  }
  let slot = 0
  for (const { cells, percent } of years) {
    const scaled = (value: number) => (percent === PERCENT ? value : Math.floor((value * percent) / PERCENT))
    for (let month = 0; month < YEAR_MONTHS; month++, slot++) {
      let used = 0
      for (let register = 0; register < REGISTER_COUNT; register++) {
        const energy = scaled(cells.registers[month * REGISTER_COUNT + register] ?? 0)
        to.registers[slot * REGISTER_COUNT + register] = energy
        used += energy
      }
      const cost = cells.indexCost[month] ?? null
      to.used[slot] = used
      to.maxDemand[slot] = scaled(cells.maxDemand[month] ?? 0)
      to.indexCost[slot] = cost === null ? Number.NaN : scaledCost(cost, percent)
    }
  }
  return to
}

function scaledCost(cost: bigint, percent: number): number {
  return Number(percent === PERCENT ? cost : divDown(cost * BigInt(percent), BigInt(PERCENT)))
}

export function costCells(use: UseCells, tables: readonly TariffTable[]): CostCells {
  const numbers = (of: (table: TariffTable) => bigint) => Float64Array.from(tables, (table) => Number(of(table)))
  const index = numbers((table) => table.index)
  const [agency, catalogue] = [
    numbers(({ agencyPrice }) => agencyPrice),
    numbers(({ cataloguePrice }) => cataloguePrice),
  ]
  const largest = [...index, ...agency, ...catalogue].reduce((most, price) => Math.max(most, Math.abs(price)), 0)
  return { ...use, index, reference: { Agency: agency, Catalogue: catalogue }, largest }
}
