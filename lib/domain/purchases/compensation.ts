/** What a generator owes for energy it did not deliver (SPEC section 8). Mirrors CompensationLib. Vectors: compensation.json. */
import {
  BPS_ONE,
  micro,
  mulDivDown,
  wh,
  WH_PER_KWH,
  type Bps,
  type Micro,
  type MicroPerKwh,
  type Wh,
} from '../units/units'

export interface Delivery {
  agreed: Wh
  delivered: Wh
  /** Share of the agreed energy that must be delivered. */
  lower: Bps
  referencePrice: MicroPerKwh
  directPrice: MicroPerKwh
}

export interface Compensation {
  short: Wh
  amount: Micro
}

/** The duty and the compensation both round down: the generator keeps the dust. Zero if the reference price is the lower one. */
export function compensation({ agreed, delivered, lower, referencePrice, directPrice }: Delivery): Compensation {
  const duty = mulDivDown(agreed, lower, BPS_ONE)
  const short = wh(duty > delivered ? duty - delivered : 0n)
  const difference = referencePrice > directPrice ? referencePrice - directPrice : 0n
  return { short, amount: micro(mulDivDown(short, difference, WH_PER_KWH)) }
}
