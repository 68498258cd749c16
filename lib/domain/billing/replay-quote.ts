/** A plan line as a price formula of the market prices it, so that the contract can be asked the same question. */
import { REGISTERS } from '../metering/registers'
import { registerValues } from '../metering/register-values'
import { typicalMonth, type Determinants } from '../offers/determinants'
import type { Pricing } from '../offers/formulas/registry'
import type { Plan } from '../offers/plan'
import { microPerKwh, signedMicroPerKwh, wh, type SignedMicroPerKwh } from '../units/units'

export interface LineQuote {
  pricing: Pricing
  usage: Determinants
  /** Cost of the line in Nano, without its sign (an export line is a credit). */
  cost: bigint
}

/** Of a register that no period is named after: nothing is ever counted on it. */
const NO_PRICE = signedMicroPerKwh(0n)
const UINT64 = 1n << 64n

/** All energy at one price: FlatFormula. */
export function flatQuote(energy: bigint, price: SignedMicroPerKwh): LineQuote | null {
  if (!fits([price])) return null
  const registers = registerValues([0n, 0n, energy, 0n, 0n].map(wh))
  const pricing: Pricing = { formula: 'Flat', params: { price: microPerKwh(price) } }
  return { pricing, usage: typicalMonth({ registers }), cost: energy * price }
}

/** Up to five periods, each on a register of its own: TimeOfUseFormula. */
export function timeOfUseQuote(energies: readonly bigint[], prices: readonly SignedMicroPerKwh[]): LineQuote | null {
  if (energies.length > REGISTERS.length || !fits(prices)) return null
  const five = (values: readonly bigint[]) => REGISTERS.map((_, index) => values[index] ?? 0n)
  const pricing: Pricing = {
    formula: 'TimeOfUse',
    params: { prices: registerValues(five(prices).map(microPerKwh)) },
  }
  const usage = typicalMonth({ registers: registerValues(five(energies).map(wh)) })
  return { pricing, usage, cost: energies.reduce((sum, energy, index) => sum + energy * (prices[index] ?? 0n), 0n) }
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
  const prices = REGISTERS.map((register) => line.prices[line.calendar.periods.indexOf(register)] ?? NO_PRICE)
  return (
    timeOfUseQuote(
      REGISTERS.map(() => 0n),
      prices,
    )?.pricing ?? null
  )
}

/** A formula's prices are never negative. */
function fits(prices: readonly bigint[]): boolean {
  return prices.every((price) => price >= 0n && price < UINT64)
}
