/** What the tolerance band does to each slot, in numbers: the same for all offers with the same edges, so it is done once. */
import { split } from '../../billing/deviation'
import type { TariffTable } from '../../tariffs/table'
import { wh, type Bps, type Wh } from '../../units/units'
import type { DeviationClause } from '../offer'
import type { UseCells } from './cost-cells'
import { mulDivDownExact } from './exact-numbers'
import { YEAR_MONTHS } from './year-days'

const WH_PER_KWH = 1_000

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
  const known = new Map<string, BandCells>()
  return ({ lower, upper, ruleBasis }) => {
    const key = ruleBasis === 'Annual' ? ruleBasis : `${lower}/${upper}`
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
  const cells = { direct: of(), excess: of(), shortfall: of(), components: of(), peak: 0 }
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
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = prices.map(Number)
    cells.peak = Math.max(cells.peak, a, b, c, d, e)
    for (let slot = month; slot < use.slots; slot += YEAR_MONTHS) {
      const at = slot * 5
      const cost =
        (use.registers[at] ?? 0) * a +
        (use.registers[at + 1] ?? 0) * b +
        (use.registers[at + 2] ?? 0) * c +
        (use.registers[at + 3] ?? 0) * d +
        (use.registers[at + 4] ?? 0) * e
      const [direct, energy] = [cells.direct[slot] ?? 0, use.used[slot] ?? 0]
      cells.components[slot] = (cells.components[slot] ?? 0) + directChargeExact(cost, direct, energy)
      cells.peak = Math.max(cells.peak, cost)
    }
  }
}

/** directCharge (billing/deviation.ts) in numbers. */
export function directChargeExact(cost: number, direct: number, used: number): number {
  return direct === used ? Math.floor(cost / WH_PER_KWH) : mulDivDownExact(cost, direct, used * WH_PER_KWH)
}
