/**
 * What one lot or bid gets out of a clearing, without looking at the others. Mirrors ClearingLib.awarded and sold. Vectors:
 * clearing.json.
 */
import { sameHex } from '../units/hex'
import { wh, type Wh } from '../units/units'
import type { Bid, Lot, Side } from './book'
import type { Clearing } from './clear'
import type { LastOneMore } from './margin'

/** The energy a bid is awarded. The row tells apart what one account placed twice, alike in everything. */
export function awarded(bid: Bid, row: number, clearing: Clearing): Wh {
  return part({ ...bid, row, side: 'bids', gain: bid.limit - clearing.price }, clearing)
}

/** The energy of a lot that is sold. */
export function sold(lot: Lot, row: number, clearing: Clearing): Wh {
  return part({ ...lot, row, side: 'lots', gain: clearing.price - lot.reserve }, clearing)
}

interface Order extends Pick<Bid, 'id' | 'energy'> {
  row: number
  side: Side
  /** How much better than what it asked for the price is. */
  gain: bigint
}

function part({ id, energy, row, side, gain }: Order, { volume, sharing }: Clearing): Wh {
  if (volume === 0n || gain < 0n) return wh(0n)
  if (gain > 0n || side !== sharing.side) return energy
  const { offered, shared, last } = sharing
  const remainder = (energy * shared) % offered
  const oneMore = remainder > last.remainder || (remainder === last.remainder && isUpTo({ id, row }, last))
  return wh((energy * shared) / offered + (oneMore ? 1n : 0n))
}

function isUpTo({ id, row }: Pick<Order, 'id' | 'row'>, last: LastOneMore): boolean {
  return sameHex(id, last.id) ? row <= last.row : BigInt(id) < BigInt(last.id)
}
