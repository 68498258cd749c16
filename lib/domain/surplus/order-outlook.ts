/** What a bid or a lot that somebody is about to place would come to, in money. */
import { chargeAt } from '../billing/deviation'
import { micro, signedMicro, type Micro, type MicroPerKwh, type SignedMicro, type Wh } from '../units/units'
import { costAt, type Tick } from './tick'

/** Beside the price at which the session would be cleared now. `reached`: it would get all; `shares`: it is just at it. */
export type Reach = 'unknown' | 'reached' | 'shares' | 'missed'

export interface BidOutlook {
  /** Locked until the session is cleared, and the most it can cost. */
  most: Micro
  /** At the price of now; null where there is none, or it would get nothing. */
  atPrice: Micro | null
  /** The energy charge that it takes the place of; null if the buyer's own price is not known. */
  own: Micro | null
  /** Of that, at the price of now, and in the dearest case; below zero if it costs more. Null if unknown. */
  saved: SignedMicro | null
  savedAtLeast: SignedMicro | null
  reach: Reach
}

export function bidOutlook(
  { energy, limit }: { energy: Wh; limit: Tick },
  { price, ownPrice }: { price: Tick | null; ownPrice: MicroPerKwh | null },
): BidOutlook {
  const most = costAt(energy, limit)
  const reach = reachOf(price === null ? null : limit - price)
  const atPrice = price === null || reach === 'missed' ? null : costAt(energy, price)
  const own = ownPrice === null ? null : micro(chargeAt(energy, ownPrice))
  return {
    most,
    atPrice,
    own,
    saved: own === null || atPrice === null ? null : signedMicro(own - atPrice),
    savedAtLeast: own === null ? null : signedMicro(own - most),
    reach,
  }
}

export interface LotOutlook {
  /** What it brings at the reserve, if all of it is sold. */
  least: Micro
  atPrice: Micro | null
  reach: Reach
}

export function lotOutlook({ energy, reserve }: { energy: Wh; reserve: Tick }, price: Tick | null): LotOutlook {
  const reach = reachOf(price === null ? null : price - reserve)
  return {
    least: costAt(energy, reserve),
    atPrice: price === null || reach === 'missed' ? null : costAt(energy, price),
    reach,
  }
}

function reachOf(gain: bigint | null): Reach {
  if (gain === null) return 'unknown'
  if (gain < 0n) return 'missed'
  return gain === 0n ? 'shares' : 'reached'
}
