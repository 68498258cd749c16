/** What a chart of a session shows: demand and supply at a few prices, each of them exact. */
import { checkedTotal, type Book, type Orders } from './book'
import { limbsOf, whOf } from './energy-sums'
import { nthLeast } from './nth-least'
import { MAX_TICK, tick, type Tick } from './tick'
import type { Wh } from '../units/units'

export interface DepthPoint {
  price: Tick
  /** Energy of all bids that would pay this price. */
  demand: Wh
  /** Energy of all lots that would take it. */
  supply: Wh
}

/** A hundredth of the orders at either end may be anywhere: one bid of a fancy price must not squeeze all others into a line. */
const OUTSIDE = 100

/** At most `most` points, from the lowest price to the highest. Every price that somebody named, if they are few enough. */
export function bookDepth(book: Book, most: number): DepthPoint[] {
  const total = checkedTotal('lots', book.lots) + checkedTotal('bids', book.bids)
  const prices = pricesOf(book, most)
  const limbs = limbsOf({ lots: book.lots.energies, bids: book.bids.energies }, total)
  const demand = limbs.map((limb) => demandOf(prices, book.bids.ticks, limb.bids))
  const supply = limbs.map((limb) => supplyOf(prices, book.lots.ticks, limb.lots))
  return Array.from(prices, (price, place) => ({
    price: tick(BigInt(price)),
    demand: whOf(demand.map((sums) => sums[place]!)),
    supply: whOf(supply.map((sums) => sums[place]!)),
  }))
}

function pricesOf({ lots, bids }: Book, most: number): Uint32Array {
  const named = Float64Array.from([lots, bids].flatMap(namedBy))
  if (named.length === 0) return new Uint32Array()
  const nth = (place: number) => nthLeast(named, place, Number(MAX_TICK) + 1)
  const outside = Math.floor(named.length / OUTSIDE)
  const [from, to] = [nth(1 + outside), nth(named.length - outside)]
  const inside = new Set(named.filter((price) => price >= from && price <= to))
  if (inside.size <= most) return Uint32Array.from(inside).sort()
  const steps = Math.max(1, Math.min(most - 1, to - from))
  return Uint32Array.from({ length: steps + 1 }, (_, step) => from + Math.floor(((to - from) * step) / steps))
}

/** Of orders that were not withdrawn. */
function namedBy({ ticks, energies }: Orders): number[] {
  return [...ticks.filter((_, row) => energies[row]! > 0)]
}

/** Each bid counts at the last price that it reaches, and at all below. */
function demandOf(prices: Uint32Array, limits: Uint32Array, energies: Float64Array): Float64Array {
  const sums = new Float64Array(prices.length)
  for (let row = 0; row < limits.length; row++) {
    const reached = countUpTo(prices, limits[row]!)
    if (reached > 0) sums[reached - 1]! += energies[row]!
  }
  for (let place = prices.length - 2; place >= 0; place--) sums[place]! += sums[place + 1]!
  return sums
}

/** Each lot counts at the first price that reaches it, and at all above. */
function supplyOf(prices: Uint32Array, reserves: Uint32Array, energies: Float64Array): Float64Array {
  const sums = new Float64Array(prices.length)
  for (let row = 0; row < reserves.length; row++) {
    const below = countUpTo(prices, reserves[row]! - 1)
    if (below < prices.length) sums[below]! += energies[row]!
  }
  for (let place = 1; place < prices.length; place++) sums[place]! += sums[place - 1]!
  return sums
}

/** How many of the prices, which rise, are at most this one. */
function countUpTo(prices: Uint32Array, price: number): number {
  let [from, to] = [0, prices.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (prices[middle]! <= price) from = middle + 1
    else to = middle
  }
  return from
}
