/** A plan line as a price formula of the market prices it, so that the contract can be asked the same question. */
import { REGISTERS } from '../metering/registers'
import { registerCost, registerValues } from '../metering/register-values'
import { typicalMonth, type Determinants } from '../offers/determinants'
import type { Pricing } from '../offers/formulas/registry'
import { PRICE_ONE, type Plan, type PlanPrice } from '../offers/plan'
import { microPerKwh, wh, type MicroPerKwh } from '../units/units'

export interface LineQuote {
  pricing: Pricing
  usage: Determinants
  /** Cost of the line in Nano, without its sign (an export line is a credit). */
  cost: bigint
}

const UINT64 = 1n << 64n

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

/**
 * The one formula that prices all lines of a market offer; null while there is none. A line for a part of the energy only,
 * or one that tells other periods apart than the registers, is no formula by itself.
 */
export function marketPricing({ lines, market }: Pick<Plan, 'lines' | 'market'>): Pricing | null {
  const [line, ...others] = lines.filter(({ name }) => market?.energy.includes(name))
  if (!market || !line || others.length > 0) return null
  if (line.kind === 'energy' && line.during === null) return flatQuote(0n, line.price)?.pricing ?? null
  if (line.kind !== 'timeOfUse' || line.calendar !== market.calendar) return null
  // Nothing is ever counted on a register that no period is named after.
  const prices = REGISTERS.map((register) => line.prices[line.calendar.periods.indexOf(register)] ?? 0n)
  const whole = marketPrices(prices)
  return whole && { formula: 'TimeOfUse', params: { prices: registerValues(whole) } }
}

/** A formula's prices are whole Micro and never negative: null if these are not. */
function marketPrices(prices: readonly bigint[]): MicroPerKwh[] | null {
  const fit = prices.every((price) => price >= 0n && price % PRICE_ONE === 0n && price / PRICE_ONE < UINT64)
  return fit ? prices.map((price) => microPerKwh(price / PRICE_ONE)) : null
}
