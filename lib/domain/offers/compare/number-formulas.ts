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
    const limits = [...upTo.map(Number), Infinity]
    const each = prices.map(Number)
    let peak = Math.max(...upTo.map(Number), ...each)
    for (let slot = 0; slot < slots; slot++) {
      const energy = used[slot] ?? 0
      let [sum, from] = [0, 0]
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

  SpreadSharing({ share, floor }, { slots, used, index, reference }, { cost, basis }) {
    const [part, least] = [Number(share), Number(floor) * ONE]
    const prices = reference[basis].map((price, month) => {
      return Math.max(0, price * ONE - Math.max((price - (index[month] ?? 0)) * part, least))
    })
    const largest = Math.max(...reference[basis], ...index.map(Math.abs)) * 2 * Math.max(ONE, part)
    return tenThousandths(prices, { slots, used, peak: Math.max(largest, least) }, cost)
  },

  IndexLinked(params, cells, { cost }) {
    const { source, factor, adder, floor, cap } = params
    const { slots, used } = cells
    let peak =
      source === 'Monthly' ? monthlyIndex(Number(factor), cells, cost) : intervalIndex(Number(factor), cells, cost)
    const [more, least, most] = [Number(adder), Number(floor), Number(cap)]
    for (let slot = 0; slot < slots; slot++) {
      const energy = used[slot] ?? 0
      const added = energy * more
      const [lowest, highest] = [energy * least, energy * most]
      let value = (cost[slot] ?? 0) + added
      peak = Math.max(peak, Math.abs(added), lowest, highest)
      if (value < lowest) value = lowest
      if (cap !== 0n && value > highest) value = highest
      cost[slot] = value
    }
    return peak
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

function registerCosts(prices: readonly bigint[], { slots, registers }: CostCells, cost: Float64Array): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = prices.map(Number)
  let peak = Math.max(a, b, c, d, e)
  for (let slot = 0, at = 0; slot < slots; slot++, at += 5) {
    // Nothing here is negative, so no part is larger than the sum.
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
function monthlyIndex(factor: number, { slots, used, index }: CostCells, cost: Float64Array): number {
  const prices = index.map((price) => price * factor)
  return tenThousandths(prices, { slots, used, peak: Math.max(...index.map(Math.abs)) * factor }, cost)
}

/**
 * Energy × price ÷ 10,000, rounded down, without the wide product: a price is whole Micro and a rest, and only energy × rest is
 * divided. Dividing by 10,000 rounds down on both sides of zero.
 */
function tenThousandths(
  prices: Float64Array,
  { slots, used, peak: known }: { slots: number; used: Float64Array; peak: number },
  cost: Float64Array,
): number {
  const whole = prices.map((price) => Math.floor(price / ONE))
  const rest = prices.map((price, month) => price - (whole[month] ?? 0) * ONE)
  let peak = known
  for (let slot = 0; slot < slots; slot++) {
    const [energy, month] = [used[slot] ?? 0, slot % YEAR_MONTHS]
    const [most, part] = [energy * (whole[month] ?? 0), energy * (rest[month] ?? 0)]
    cost[slot] = most + Math.floor(part / ONE)
    peak = Math.max(peak, Math.abs(most), part)
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
