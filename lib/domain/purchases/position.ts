/** A retailer's position in one month: what it sold against what it bought, and what the difference costs. */
import { micro, mulDivDown, wh, WH_PER_KWH, type Micro, type MicroPerKwh, type Wh } from '../units/units'

export interface PositionMonth {
  sold: Wh
  bought: Wh
  /** For all that was bought. */
  paid: Micro
  /** The agency price: what missing energy costs. */
  referencePrice: MicroPerKwh
}

/** At most one of missing and left is not zero. */
export interface Position {
  missing: Wh
  left: Wh
  cost: Micro
}

/**
 * What it costs not to have bought exactly what was sold, rounded down. Missing energy costs the reference price instead of
 * the average price paid, never less than nothing; energy that is left was paid for and not sold.
 */
export function positionOf({ sold, bought, paid, referencePrice }: PositionMonth): Position {
  const missing = wh(sold > bought ? sold - bought : 0n)
  const left = wh(bought > sold ? bought - sold : 0n)
  if (left > 0n) return { missing, left, cost: micro(mulDivDown(paid, left, bought)) }
  if (bought === 0n) return { missing, left, cost: micro(mulDivDown(missing, referencePrice, WH_PER_KWH)) }
  const dearer = referencePrice * bought - paid * WH_PER_KWH
  return { missing, left, cost: micro(dearer > 0n ? mulDivDown(missing, dearer, bought * WH_PER_KWH) : 0n) }
}
