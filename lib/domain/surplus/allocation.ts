/**
 * What one lot or bid gets out of a clearing, without looking at the others. Mirrors ClearingLib.awarded and sold. Vectors:
 * clearing.json.
 */
import { sameHex } from '../units/hex'
import { wh, type Wh } from '../units/units'
import type { Bid, Lot } from './book'
import type { Clearing } from './clear'
import type { LastOneMore } from './margin'

/** The energy a bid is awarded. The index tells apart what one account placed twice, alike in everything. */
export function awarded(bid: Bid, index: number, clearing: Clearing): Wh {
  return part({ ...bid, index, gain: bid.limit - clearing.price, shares: !clearing.lotsShare }, clearing)
}

/** The energy of a lot that is sold. */
export function sold(lot: Lot, index: number, clearing: Clearing): Wh {
  return part({ ...lot, index, gain: clearing.price - lot.reserve, shares: clearing.lotsShare }, clearing)
}

interface Order extends Pick<Bid, 'id' | 'energy'> {
  index: number
  /** How much better than what it asked for the price is. */
  gain: bigint
  /** Whether its side shares at the price. */
  shares: boolean
}

function part({ energy, gain, shares, ...order }: Order, clearing: Clearing): Wh {
  if (clearing.volume === 0n || energy === 0n || gain < 0n) return wh(0n)
  if (gain > 0n || !shares) return energy
  const { offered, shared, remainder: last } = clearing
  const remainder = (energy * shared) % offered
  const oneMore = remainder > last || (remainder === last && isUpTo(order, clearing))
  return wh((energy * shared) / offered + (oneMore ? 1n : 0n))
}

function isUpTo({ id, index }: Pick<Order, 'id' | 'index'>, last: LastOneMore): boolean {
  return sameHex(id, last.id) ? index <= last.index : BigInt(id) < BigInt(last.id)
}
