/** Months side by side in numbers, for formulas to run over: those of a year, and of every scenario and level after it. */
import type { TariffTable } from '../../tariffs/table'
import { NOT_ATTESTED } from '../determinants'
import type { ReferenceBasis } from '../offer'
import type { MonthUse } from './compared'
import { YEAR_MONTHS } from './year-days'

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
}

type Cell = Pick<MonthUse, 'registers' | 'used' | 'maxDemand' | 'indexCost'>

export function cellsOfYears(years: readonly (readonly Cell[])[], capacity: bigint): UseCells {
  const slots = years.length * YEAR_MONTHS
  const cells = {
    ...{ slots, capacity: Number(capacity), registers: new Float64Array(slots * 5) },
    ...{ used: new Float64Array(slots), maxDemand: new Float64Array(slots), indexCost: new Float64Array(slots) },
  }
  for (const [year, months] of years.entries()) {
    for (const [month, cell] of months.entries()) {
      const slot = year * YEAR_MONTHS + month
      cells.used[slot] = Number(cell.used)
      cells.maxDemand[slot] = Number(cell.maxDemand)
      cells.indexCost[slot] = cell.indexCost === NOT_ATTESTED ? Number.NaN : Number(cell.indexCost)
      for (const [register, energy] of cell.registers.entries()) cells.registers[slot * 5 + register] = Number(energy)
    }
  }
  return cells
}

export function costCells(use: UseCells, tables: readonly TariffTable[]): CostCells {
  const numbers = (of: (table: TariffTable) => bigint) => Float64Array.from(tables, (table) => Number(of(table)))
  return {
    ...use,
    index: numbers(({ index }) => index),
    reference: {
      Agency: numbers(({ agencyPrice }) => agencyPrice),
      Catalogue: numbers(({ cataloguePrice }) => cataloguePrice),
    },
  }
}
