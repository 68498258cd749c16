/**
 * Clears one session at one price: whoever bid more gets all, whoever asked less sells all (SPEC section 9). Mirrors ClearingLib.
 * Vectors: clearing.json. Why it is so, and why nothing else could move more energy: docs/decisions/033.
 */
import { ZERO_HASH } from '../units/hex'
import { wh, type Wh } from '../units/units'
import { checkedTotal, type Book, type IdOf, type Side } from './book'
import { meetingOf } from './clearing-tick'
import { limbsOf, whOf, type Limb } from './energy-sums'
import { lastOneMore, type LastOneMore, type Sharing } from './margin'
import { tick, type Tick } from './tick'

/** What the chain must verify, and all that anybody needs to know to tell what a lot or bid gets. */
export interface Clearing {
  /** Of every Wh. Without trade a price that shows why: from it on there is no bid, and below it or up to it no lot. */
  price: Tick
  volume: Wh
  /** The side that has too much at the price; its lots or bids at the price itself share what is left for them. */
  sharing: Sharing & { side: Side; last: LastOneMore }
}

export function clear(book: Book, idOf: Record<Side, IdOf>): Clearing {
  const total = checkedTotal('lots', book.lots) + checkedTotal('bids', book.bids)
  const limbs = limbsOf({ lots: book.lots.energies, bids: book.bids.energies }, total)
  const price = priceOf(book, limbs)
  const lots = energyAround('lots', price, book, limbs)
  const bids = energyAround('bids', price, book, limbs)
  const demand = wh(bids.above + bids.at)
  const supply = wh(lots.below + lots.at)
  if (demand === 0n || supply === 0n) return withoutTrade(price)
  const side: Side = supply > demand ? 'lots' : 'bids'
  const offered = side === 'lots' ? lots.at : bids.at
  const shared = wh(side === 'lots' ? demand - lots.below : supply - bids.above)
  const last = lastOneMore(book[side], price, { offered, shared }, idOf[side])
  const volume = side === 'lots' ? demand : supply
  return { price: tick(BigInt(price)), volume, sharing: { side, offered, shared, last } }
}

function withoutTrade(price: number): Clearing {
  const none = { offered: wh(0n), shared: wh(0n), last: { remainder: 0n, id: ZERO_HASH, row: 0 } }
  return { price: tick(BigInt(price)), volume: wh(0n), sharing: { side: 'bids', ...none } }
}

/**
 * The tick where demand meets supply; or one less where the lots below it use up all bids from it on, and more lots ask just it:
 * they would sell nothing, and one tick less moves as much energy.
 */
function priceOf(book: Book, limbs: readonly Limb[]): number {
  const { tick: meeting, even } = meetingOf(book, limbs)
  const leavesLotsOut = even && meeting > 0 && energyAround('lots', meeting, book, limbs).at > 0n
  return leavesLotsOut ? meeting - 1 : meeting
}

type Around = Record<'below' | 'at' | 'above', Wh>

function energyAround(side: Side, price: number, book: Book, limbs: readonly Limb[]): Around {
  const sums = limbs.map((limb) => sumsAround(book[side].ticks, limb[side], price))
  const sumOf = (place: keyof Around) => whOf(sums.map((sum) => sum[place]))
  return { below: sumOf('below'), at: sumOf('at'), above: sumOf('above') }
}

function sumsAround(ticks: Uint32Array, energies: Float64Array, price: number): Record<keyof Around, number> {
  let [below, at, above] = [0, 0, 0]
  for (let row = 0; row < ticks.length; row++) {
    const own = ticks[row]!
    const energy = energies[row]!
    if (own < price) below += energy
    else if (own > price) above += energy
    else at += energy
  }
  return { below, at, above }
}
