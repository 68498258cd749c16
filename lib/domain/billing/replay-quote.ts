/** A plan line as a price formula of the market prices it, so that the contract can be asked the same question. */
import { REGISTERS } from '../metering/registers'
import { registerCost, registerValues } from '../metering/register-values'
import { typicalMonth, type Determinants } from '../offers/determinants'
import { isAccepted, type Pricing } from '../offers/formulas/registry'
import {
  PRICE_ONE,
  RATIO_ONE,
  type DemandLine,
  type MarketPlan,
  type Plan,
  type PlanLine,
  type PlanPrice,
  type SeriesLine,
  type Tier,
} from '../offers/plan'
import {
  BPS_ONE,
  factor,
  microPerKw,
  microPerKwh,
  signedMicroPerKwh,
  signedNano,
  watt,
  wh,
  type MicroPerKwh,
} from '../units/units'
import { tieredCost } from './replay-tiers'

export interface LineQuote {
  pricing: Pricing
  usage: Determinants
  /** Cost of the line in Nano, without its sign (an export line is a credit). */
  cost: bigint
}

const UINT64 = 1n << 64n
const UINT32 = 1n << 32n

/** All energy at one price: FlatFormula. */
export function flatQuote(energy: bigint, price: PlanPrice): LineQuote | null {
  const [whole] = marketPrices([price]) ?? []
  if (whole === undefined) return null
  const registers = registerValues([0n, 0n, energy, 0n, 0n].map(wh))
  const pricing: Pricing = { formula: 'Flat', params: { price: whole } }
  return { pricing, usage: typicalMonth({ registers }), cost: energy * whole }
}

/** Up to five periods with energy, each on a register of its own: TimeOfUseFormula. */
export function timeOfUseQuote(rows: readonly { quantity: bigint; price: bigint }[]): LineQuote | null {
  const used = rows.filter(({ quantity }) => quantity !== 0n)
  const five = (values: readonly bigint[]) => REGISTERS.map((_, index) => values[index] ?? 0n)
  const prices = marketPrices(five(used.map(({ price }) => price)))
  if (used.length > REGISTERS.length || !prices) return null
  const registers = registerValues(five(used.map(({ quantity }) => quantity)).map(wh))
  const pricing: Pricing = { formula: 'TimeOfUse', params: { prices: registerValues(prices) } }
  return { pricing, usage: typicalMonth({ registers }), cost: registerCost(registers, registerValues(prices)) }
}

/** Steps that start again every month: TieredFormula. */
export function tieredQuote(energy: bigint, tiers: readonly Tier[]): LineQuote | null {
  const pricing = tieredPricing(tiers)
  if (!pricing) return null
  const usage = typicalMonth({ registers: registerValues([0n, 0n, energy, 0n, 0n].map(wh)) })
  return { pricing, usage, cost: tieredCost(tiers, { from: 0n, to: energy }) / PRICE_ONE }
}

/** Demand of a month, or of a part of one, at one price: DemandFormula without energy. */
export function demandQuote(
  power: bigint,
  line: DemandLine,
  { elapsed, whole }: { elapsed: number; whole: number },
): LineQuote | null {
  const pricing = demandPricing(
    line,
    REGISTERS.map(() => 0n),
  )
  if (!pricing) return null
  const none = registerValues(REGISTERS.map(() => wh(0n)))
  const usage = { ...typicalMonth({ registers: none, maxDemand: watt(power) }), elapsed, whole }
  const cost = (power * (line.tiers[0]?.price ?? 0n) * BigInt(elapsed)) / BigInt(whole) / PRICE_ONE
  return { pricing, usage, cost }
}

/**
 * A price for each interval: IndexLinkedFormula. Its floor and cap are on the average, so a line that has them for each
 * interval is another one, and it never costs less than nothing.
 * @param indexed Σ energy × price, in Wh × PlanPrice.
 */
export function seriesQuote(energy: bigint, indexed: bigint, line: SeriesLine): LineQuote | null {
  const pricing = seriesPricing(line)
  const exact = indexed * line.factor + energy * line.adder * RATIO_ONE
  if (!pricing || indexed % PRICE_ONE !== 0n || exact < 0n) return null
  const registers = registerValues([0n, 0n, energy, 0n, 0n].map(wh))
  const usage = typicalMonth({ registers, indexCost: signedNano(indexed / PRICE_ONE) })
  return { pricing, usage, cost: exact / (RATIO_ONE * PRICE_ONE) }
}

/**
 * The one formula that prices all lines of a market offer; null while there is none. A line for a part of the energy only,
 * or one that tells other periods apart than the registers, is no formula by itself.
 */
export function marketPricing({ lines, market }: Pick<Plan, 'lines' | 'market'>): Pricing | null {
  if (!market) return null
  const named = lines.filter(({ name }) => market.energy.includes(name))
  const demand = named.find((line) => line.kind === 'demand')
  const [line, ...others] = named.filter((each) => each !== demand)
  if (!line || others.length > 0) return null
  if (demand) {
    const prices = registerPrices(line, market)
    return prices && demand.during === null && demand.averagedOver === null ? demandPricing(demand, prices) : null
  }
  switch (line.kind) {
    case 'formula':
      return line.pricing
    case 'energy':
      return line.during === null ? (flatQuote(0n, line.price)?.pricing ?? null) : null
    case 'timeOfUse': {
      const prices = marketPrices(registerPrices(line, market) ?? [])
      return prices?.length ? { formula: 'TimeOfUse', params: { prices: registerValues(prices) } } : null
    }
    case 'tiers':
      return line.per === 'month' && line.during === null ? tieredPricing(line.tiers) : null
    case 'series':
      return line.during === null ? seriesPricing(line) : null
    default:
      return null
  }
}

/** Prices of a line by register; nothing is ever counted on a register that no period is named after. */
function registerPrices(line: PlanLine, { calendar }: Pick<MarketPlan, 'calendar'>): bigint[] | null {
  if (line.kind === 'energy' && line.during === null) return REGISTERS.map(() => line.price)
  if (line.kind !== 'timeOfUse' || line.calendar !== calendar) return null
  return REGISTERS.map((register) => line.prices[line.calendar.periods.indexOf(register)] ?? 0n)
}

function tieredPricing(tiers: readonly Tier[]): Pricing | null {
  const prices = marketPrices(tiers.map(({ price }) => price))
  const upTo = tiers.flatMap(({ upTo: limit }) => (limit === null ? [] : [wh(limit)]))
  return accepted(prices && { formula: 'Tiered', params: { upTo, prices } })
}

function demandPricing({ per, tiers }: DemandLine, energyPrices: readonly bigint[]): Pricing | null {
  const prices = marketPrices(energyPrices)
  const [demandPrice, other] = marketPrices(tiers.map(({ price }) => price)) ?? []
  if (per !== 'month' || !prices || demandPrice === undefined || other !== undefined) return null
  const params = { prices: registerValues(prices), demandPrice: microPerKw(demandPrice), basis: 'MaxDemand' } as const
  return accepted({ formula: 'Demand', params })
}

function seriesPricing({ factor: ratio, adder, floor, cap }: SeriesLine): Pricing | null {
  const bpsOf = RATIO_ONE / BPS_ONE
  const whole = ratio >= 0n && ratio % bpsOf === 0n && ratio / bpsOf < UINT32 && adder % PRICE_ONE === 0n
  if (!whole || floor !== null || cap !== null) return null
  const none = microPerKwh(0n)
  const terms = { factor: factor(ratio / bpsOf), adder: signedMicroPerKwh(adder / PRICE_ONE), floor: none, cap: none }
  return accepted({ formula: 'IndexLinked', params: { source: 'Interval', ...terms } })
}

function accepted(pricing: Pricing | null): Pricing | null {
  return pricing && isAccepted(pricing) ? pricing : null
}

/** A formula's prices are whole Micro and never negative: null if these are not. */
function marketPrices(prices: readonly bigint[]): MicroPerKwh[] | null {
  const fit = prices.every((price) => price >= 0n && price % PRICE_ONE === 0n && price / PRICE_ONE < UINT64)
  return fit ? prices.map((price) => microPerKwh(price / PRICE_ONE)) : null
}
