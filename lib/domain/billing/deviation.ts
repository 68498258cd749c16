/** The deviation rule of SPEC section 7. Mirrors DeviationLib. Vectors: deviation.json. */
import type { DeviationClause } from '../offers/offer'
import {
  BPS_ONE,
  micro,
  mulDivDown,
  mulDivUp,
  nano,
  wh,
  WH_PER_KWH,
  type Bps,
  type Micro,
  type MicroPerKwh,
  type Nano,
  type Wh,
} from '../units/units'

/** Used energy split by the tolerance band. direct + excess = used. */
export interface Split {
  upper: Wh
  lower: Wh
  direct: Wh
  excess: Wh
  shortfall: Wh
}

/**
 * Splits used energy by the band around contracted energy. The upper edge rounds up and the lower edge down: both in
 * the payer's favour.
 */
export function split(contracted: Wh, used: Wh, clause: Pick<DeviationClause, 'lower' | 'upper'>): Split {
  const upper = wh(mulDivUp(contracted, clause.upper, BPS_ONE))
  const lower = wh(mulDivDown(contracted, clause.lower, BPS_ONE))
  const direct = upper < used ? upper : used
  return { upper, lower, direct, excess: wh(used - direct), shortfall: wh(used < lower ? lower - used : 0n) }
}

/** Cost under an average-price cap: never more than the cap for each kWh used. A cap of zero is none. */
export function capped(cost: Nano, cap: MicroPerKwh, used: Wh): Nano {
  const most = used * cap
  return cap !== 0n && cost > most ? nano(most) : cost
}

/**
 * The part of a cost of all used energy that falls on direct energy, rounded down once: the payer keeps the dust. A cost
 * without energy (a demand charge) is due in full.
 */
export function directCharge(cost: Nano, direct: Wh, used: Wh): Micro {
  return micro(used === 0n ? cost / WH_PER_KWH : mulDivDown(cost, direct, used * WH_PER_KWH))
}

/** All-in price of excess energy: reference price × multiplier, rounded down: the payer keeps the dust. */
export function excessCharge(excess: Wh, referencePrice: MicroPerKwh, multiplier: Bps): Micro {
  return micro(mulDivDown(excess * referencePrice, multiplier, WH_PER_KWH * BPS_ONE))
}

/** Energy at a single price, rounded down: the payer keeps the dust. The shortfall penalty and the service fee. */
export function chargeAt(energy: Wh, price: MicroPerKwh): Micro {
  return micro(mulDivDown(energy, price, WH_PER_KWH))
}
