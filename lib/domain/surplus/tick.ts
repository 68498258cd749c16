/**
 * Prices and energies of the surplus market. A price is a whole number of ticks, and a tick is one Micro per Wh (0.001 of the
 * currency per kWh): so any Wh costs a whole number of Micro, and trading never rounds.
 */
import { micro, microPerKwh, WH_PER_KWH, wh, type Micro, type MicroPerKwh, type Wh } from '../units/units'

/** Price, Micro per Wh. */
export type Tick = bigint & { readonly unit: 'µ/Wh' }

/** Dearer than any energy: 16,777 of the currency per kWh. */
export const MAX_TICK = (1n << 24n) - 1n
/** The most that one lot or bid holds: a terawatt-hour. */
export const MAX_ORDER_WH = (1n << 40n) - 1n

export function tick(value: bigint): Tick {
  if (value < 0n || value > MAX_TICK) throw new RangeError(`${value} is no price: ticks are 0 to ${MAX_TICK}`)
  return value as Tick
}

/** The energy of one lot or bid. */
export function orderWh(value: bigint): Wh {
  if (value <= 0n || value > MAX_ORDER_WH)
    throw new RangeError(`a lot or bid holds 1 to ${MAX_ORDER_WH} Wh, not ${value}`)
  return wh(value)
}

/** Exact. */
export function costAt(energy: Wh, price: Tick): Micro {
  return micro(energy * price)
}

export function pricePerKwh(price: Tick): MicroPerKwh {
  return microPerKwh(price * WH_PER_KWH)
}

/** The greatest tick that is not above a price, for a limit: the buyer never pays more than it said. */
export function limitTick(price: MicroPerKwh): Tick {
  return tick(price / WH_PER_KWH)
}

/** The least tick that is not below a price, for a reserve: the seller never gets less than it said. */
export function reserveTick(price: MicroPerKwh): Tick {
  return tick((price + WH_PER_KWH - 1n) / WH_PER_KWH)
}
