/** What the tolerance band does to each slot, in numbers: the same for all offers with the same edges, so it is done once. */
import { split } from '../../billing/deviation'
import type { TariffTable } from '../../tariffs/table'
import { wh, type Bps, type Wh } from '../../units/units'
import type { DeviationClause } from '../offer'
import type { UseCells } from './cost-cells'
import { mulDivDownExact } from './exact-numbers'
import { YEAR_MONTHS } from './year-days'

const WH_PER_KWH = 1_000
/** Basis points fit in 16 bits. */
const EDGE_LIMIT = 2 ** 16

export interface BandCells {
  /** Wh. */
  direct: Float64Array
  excess: Float64Array
  shortfall: Float64Array
  /** Micro: all regulated components of the direct energy. */
  components: Float64Array
  /** The largest value on the way (exact-numbers.ts). */
  peak: number
}

export type BandFor = (clause: Pick<DeviationClause, 'lower' | 'upper' | 'ruleBasis'>) => BandCells

/** @param contracted For each month of the year. */
export function bandFor(use: UseCells, tables: readonly TariffTable[], contracted: readonly Wh[]): BandFor {
  const known = new Map<number, BandCells>()
  return ({ lower, upper, ruleBasis }) => {
    const key = ruleBasis === 'Annual' ? -1 : Number(lower) * EDGE_LIMIT + Number(upper)
    let cells = known.get(key)
    if (!cells) {
      const edges = ruleBasis === 'Annual' ? null : contracted.map((energy) => edgesOf(energy, { lower, upper }))
      known.set(key, (cells = bandCells(use, tables, edges)))
    }
    return cells
  }
}

interface Edges {
  lower: number
  upper: number
}

function edgesOf(contracted: Wh, edges: { lower: Bps; upper: Bps }): Edges {
  const { lower, upper } = split(contracted, wh(0n), edges)
  return { lower: Number(lower), upper: Number(upper) }
}

/** Without edges all energy is direct. */
function bandCells(use: UseCells, tables: readonly TariffTable[], edges: readonly Edges[] | null): BandCells {
  const { slots, used } = use
  const of = () => new Float64Array(slots)
  const cells: BandCells = { direct: of(), excess: of(), shortfall: of(), components: of(), peak: 0 }
  for (let slot = 0; slot < slots; slot++) {
    const energy = used[slot] ?? 0
    const { lower, upper } = edges?.[slot % YEAR_MONTHS] ?? { lower: 0, upper: Infinity }
    const direct = Math.min(energy, upper)
    cells.direct[slot] = direct
    cells.excess[slot] = energy - direct
    cells.shortfall[slot] = Math.max(0, lower - energy)
    cells.peak = Math.max(cells.peak, energy * WH_PER_KWH, lower)
  }
  tables.forEach((table, month) => addComponents(table, month, { use, cells }))
  return cells
}

/** Each component rounds by itself, as its line does. */
function addComponents(table: TariffTable, month: number, { use, cells }: { use: UseCells; cells: BandCells }): void {
  for (const { prices } of table.components) {
    const each = prices.map(Number)
    cells.peak = Math.max(cells.peak, ...each)
    for (let slot = month; slot < use.slots; slot += YEAR_MONTHS) {
      let cost = 0
      for (let register = 0; register < each.length; register++)
        cost += (use.registers[slot * each.length + register] ?? 0) * (each[register] ?? 0)
      const charge = directChargeExact(cost, cells.direct[slot] ?? 0, use.used[slot] ?? 0)
      cells.components[slot] = (cells.components[slot] ?? 0) + charge
      if (cost > cells.peak) cells.peak = cost
    }
  }
}

/** directCharge (billing/deviation.ts) in numbers. */
export function directChargeExact(cost: number, direct: number, used: number): number {
  return direct === used ? Math.floor(cost / WH_PER_KWH) : mulDivDownExact(cost, direct, used * WH_PER_KWH)
}
