/** What surplus brings in each of its possible uses (SPEC section 9), so that a person can be shown the best one. */
import { chargeAt } from '../billing/deviation'
import { BPS_ONE, mulDivDown, wh, type Bps, type Micro, type MicroPerKwh, type Wh } from '../units/units'
import { costAt, type Tick } from './tick'

export type SurplusUse = 'sell' | 'return' | 'redeem' | 'store'

/** A use without a price is not possible. */
export interface UsePrices {
  /** The price at which the session is expected to clear. */
  sell?: Tick
  /** The published feed-in price. */
  return?: MicroPerKwh
  /** What charging costs where the energy would be redeemed: it need not be paid. */
  redeem?: MicroPerKwh
  /** An operator's published round-trip efficiency, and what is expected of energy that is sold later. */
  store?: { efficiency: Bps; later: Tick }
}

export interface UseValue {
  use: SurplusUse
  /** What there is to use: storing loses some. */
  energy: Wh
  money: Micro
}

/** Of uses that bring the same, the one that is sooner and surer comes first. */
const SURER_FIRST: readonly SurplusUse[] = ['return', 'sell', 'redeem', 'store']

/** Every possible use, the best first. All amounts round down, so that nobody is promised more than there is. */
export function usesOf(energy: Wh, prices: UsePrices): UseValue[] {
  const values = SURER_FIRST.flatMap((use) => valueOf(use, energy, prices) ?? [])
  // Sorting keeps the order of equals.
  return values.sort((a, b) => (a.money === b.money ? 0 : a.money > b.money ? -1 : 1))
}

function valueOf(use: SurplusUse, energy: Wh, prices: UsePrices): UseValue | null {
  if (use === 'store') {
    if (!prices.store) return null
    const kept = afterStorage(energy, prices.store.efficiency)
    return { use, energy: kept, money: costAt(kept, prices.store.later) }
  }
  if (use === 'sell') return prices.sell === undefined ? null : { use, energy, money: costAt(energy, prices.sell) }
  const price = prices[use]
  return price === undefined ? null : { use, energy, money: chargeAt(energy, price) }
}

/** What comes out of a storage. Rounds down: the operator keeps the dust. Mirrors CreditLib.afterStorage. */
export function afterStorage(energy: Wh, efficiency: Bps): Wh {
  return wh(mulDivDown(energy, efficiency, BPS_ONE))
}
