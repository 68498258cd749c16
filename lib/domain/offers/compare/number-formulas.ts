/**
 * The price formulas over many months at once, in numbers: the same costs as `costOf` (formulas/registry.ts), which stays the rule.
 * A formula that is not here is priced by it. Each writes the cost of each slot in Nano, before the price cap, and returns the
 * largest value it met on the way: at EXACT_LIMIT or above, or NaN, nothing it wrote may be used (exact-numbers.ts).
 */
import type { FormulaName, Pricing } from '../formulas/registry'
import type { ReferenceBasis } from '../offer'
import type { CostCells } from './cost-cells'
import { YEAR_MONTHS } from './year-days'

const ONE = 10_000

type NumberFormula<Name extends FormulaName> = (
  params: Extract<Pricing, { formula: Name }>['params'],
  cells: CostCells,
  to: { cost: Float64Array; basis: ReferenceBasis },
) => number

const FORMULAS: { [Name in FormulaName]?: NumberFormula<Name> } = {
  Flat({ price }, { slots, used }, { cost }) {
    const each = Number(price)
    let peak = each
    for (let slot = 0; slot < slots; slot++) {
      const value = (used[slot] ?? 0) * each
      cost[slot] = value
      if (value > peak) peak = value
    }
    return peak
  },

  TimeOfUse: ({ prices }, cells, { cost }) => registerCosts(prices, cells, cost),

  Demand({ prices, demandPrice, basis }, cells, { cost }) {
    let peak = registerCosts(prices, cells, cost)
    const each = Number(demandPrice)
    for (let slot = 0; slot < cells.slots; slot++) {
      const power = basis === 'MaxDemand' ? (cells.maxDemand[slot] ?? 0) : cells.capacity
      const value = (cost[slot] ?? 0) + power * each
      cost[slot] = value
      if (value > peak) peak = value
    }
    return peak
  },

  Tiered({ upTo, prices }, { slots, used }, { cost }) {
    const limits = upTo.map(Number)
    const each = prices.map(Number)
    let peak = Math.max(...limits, ...each)
    for (let slot = 0; slot < slots; slot++) {
      const energy = used[slot] ?? 0
      let sum = 0
      let from = 0
      for (let tier = 0; tier < each.length && from < energy; tier++) {
        const to = Math.min(limits[tier] ?? Infinity, energy)
        sum += (to - from) * (each[tier] ?? 0)
        from = to
      }
      cost[slot] = sum
      if (sum > peak) peak = sum
    }
    return peak
  },

  SpreadSharing({ share, floor }, cells, { cost, basis }) {
    const part = Number(share)
    const least = Number(floor) * ONE
    const { index, largest } = cells
    const reference = cells.reference[basis]
    const prices = new Float64Array(YEAR_MONTHS)
    for (let month = 0; month < YEAR_MONTHS; month++) {
      const price = reference[month] ?? 0
      prices[month] = Math.max(0, price * ONE - Math.max((price - (index[month] ?? 0)) * part, least))
    }
    return Math.max(tenThousandths(prices, cells, cost), 2 * largest * Math.max(ONE, part), least)
  },

  IndexLinked({ source, factor, adder, floor, cap }, cells, { cost }) {
    const { slots, used } = cells
    const peak =
      source === 'Monthly' ? monthlyIndex(Number(factor), cells, cost) : intervalIndex(Number(factor), cells, cost)
    const more = Number(adder)
    const least = Number(floor)
    const most = cap === 0n ? Infinity : Number(cap)
    let energies = 0
    for (let slot = 0; slot < slots; slot++) {
      const energy = used[slot] ?? 0
      const lowest = energy * least
      let value = (cost[slot] ?? 0) + energy * more
      if (value < lowest) value = lowest
      // Without energy the product with no cap is no number, and the cost is nothing either way.
      if (value > energy * most) value = energy * most
      cost[slot] = value
      if (energy > energies) energies = energy
    }
    return Math.max(peak, energies * Math.abs(more), energies * least, cap === 0n ? 0 : energies * most)
  },
}

/** Null where the formula is not known here. */
export function numberCosts(
  { formula, params }: Pricing,
  cells: CostCells,
  to: { cost: Float64Array; basis: ReferenceBasis },
): number | null {
  const fill = FORMULAS[formula] as NumberFormula<FormulaName> | undefined
  return fill ? fill(params, cells, to) : null
}

/** Nothing here is negative, so no part is larger than the sum. */
export function registerCosts(
  prices: readonly bigint[],
  { slots, registers }: Pick<CostCells, 'slots' | 'registers'>,
  cost: Float64Array,
): number {
  const a = Number(prices[0] ?? 0n)
  const b = Number(prices[1] ?? 0n)
  const c = Number(prices[2] ?? 0n)
  const d = Number(prices[3] ?? 0n)
  const e = Number(prices[4] ?? 0n)
  let peak = Math.max(a, b, c, d, e)
  for (let slot = 0, at = 0; slot < slots; slot++, at += 5) {
    const value =
      (registers[at] ?? 0) * a +
      (registers[at + 1] ?? 0) * b +
      (registers[at + 2] ?? 0) * c +
      (registers[at + 3] ?? 0) * d +
      (registers[at + 4] ?? 0) * e
    cost[slot] = value
    if (value > peak) peak = value
  }
  return peak
}

/** Energy × index × factor ÷ 10,000, rounded down, also below zero. */
function monthlyIndex(factor: number, cells: CostCells, cost: Float64Array): number {
  const prices = new Float64Array(YEAR_MONTHS)
  for (let month = 0; month < YEAR_MONTHS; month++) prices[month] = (cells.index[month] ?? 0) * factor
  return Math.max(tenThousandths(prices, cells, cost), cells.largest * factor)
}

/**
 * Energy × price ÷ 10,000, rounded down, without the wide product: a price is whole Micro and a rest, and only energy × rest is
 * divided. Dividing by 10,000 rounds down on both sides of zero.
 */
function tenThousandths(prices: Float64Array, { slots, used }: CostCells, cost: Float64Array): number {
  let peak = 0
  for (let month = 0; month < YEAR_MONTHS; month++) {
    const price = prices[month] ?? 0
    const whole = Math.floor(price / ONE)
    const rest = price - whole * ONE
    let energies = 0
    for (let slot = month; slot < slots; slot += YEAR_MONTHS) {
      const energy = used[slot] ?? 0
      cost[slot] = energy * whole + Math.floor((energy * rest) / ONE)
      if (energy > energies) energies = energy
    }
    peak = Math.max(peak, energies * Math.abs(whole), energies * rest)
  }
  return peak
}

/** The attested cost × factor ÷ 10,000, rounded down; energy that rounded away has none. */
function intervalIndex(factor: number, { slots, used, indexCost }: CostCells, cost: Float64Array): number {
  let peak = factor * ONE
  for (let slot = 0; slot < slots; slot++) {
    const attested = indexCost[slot] ?? Number.NaN
    const base = used[slot] === 0 ? 0 : attested
    const whole = Math.floor(base / ONE)
    const most = whole * factor
    cost[slot] = most + Math.floor(((base - whole * ONE) * factor) / ONE)
    // Math.max keeps a NaN: a cost that is not attested is not used.
    peak = Math.max(peak, Math.abs(attested), Math.abs(most))
  }
  return peak
}
