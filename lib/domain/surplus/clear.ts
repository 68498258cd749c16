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

/**
 * What the chain must verify, and all that anybody needs to know to tell what a lot or bid gets. Mirrors the Solidity struct, which has
 * no volume.
 */
export interface Clearing extends Sharing, LastOneMore {
  /** Of every Wh. Without trade a price that shows why: no bid is above it and no lot up to it, or no bid from it on and no lot below. */
  price: Tick
  volume: Wh
  /** Whether the lots at the price share what is left for them, or the bids: the side that has too much. */
  lotsShare: boolean
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
  const lotsShare = supply > demand
  const side: Side = lotsShare ? 'lots' : 'bids'
  const sharing = lotsShare
    ? { offered: lots.at, shared: wh(demand - lots.below) }
    : { offered: bids.at, shared: wh(supply - bids.above) }
  const last = lastOneMore(book[side], price, sharing, idOf[side])
  return { price: tick(BigInt(price)), volume: lotsShare ? demand : supply, lotsShare, ...sharing, ...last }
}

function withoutTrade(price: number): Clearing {
  const none = wh(0n)
  return {
    price: tick(BigInt(price)),
    volume: none,
    lotsShare: false,
    offered: none,
    shared: none,
    remainder: 0n,
    id: ZERO_HASH,
    index: 0,
  }
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
