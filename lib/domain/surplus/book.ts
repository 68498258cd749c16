/** The lots and bids of one session, as columns: a million of them are read in milliseconds. */
import type { Hex } from '../units/hex'
import type { Wh } from '../units/units'
import { MAX_ORDER_WH, MAX_TICK, orderWh, tick, type Tick } from './tick'

export interface Lot {
  id: Hex
  energy: Wh
  /** The seller takes this price or more. */
  reserve: Tick
}

export interface Bid {
  id: Hex
  energy: Wh
  /** The buyer pays this price or less. */
  limit: Tick
}

/** One side of a book. The order of its rows changes nothing. */
export interface Orders {
  /** Reserves or limits. */
  ticks: Uint32Array
  /** Whole Wh below 2⁴⁰, which doubles hold exactly. Zero for an order that was withdrawn. */
  energies: Float64Array
}

export interface Book {
  lots: Orders
  bids: Orders
}

export type Side = keyof Book

/** The id of the lot or bid in a row: a hash. It is asked for only where equal remainders must be told apart. */
export type IdOf = (row: number) => Hex

/** What was withdrawn keeps its row, without energy: the chain counts rows. */
export function bookOf(lots: readonly Lot[], bids: readonly Bid[]): Book {
  return {
    lots: ordersOf(lots.map(({ energy, reserve }) => ({ energy, price: reserve }))),
    bids: ordersOf(bids.map(({ energy, limit }) => ({ energy, price: limit }))),
  }
}

function ordersOf(rows: readonly { energy: Wh; price: Tick }[]): Orders {
  return {
    ticks: Uint32Array.from(rows, ({ price }) => Number(tick(price))),
    energies: Float64Array.from(rows, ({ energy }) => (energy === 0n ? 0 : Number(orderWh(energy)))),
  }
}

const MOST_TICK = Number(MAX_TICK)
const MOST_WH = Number(MAX_ORDER_WH)

/** Columns that were filled elsewhere hold what the engine counts exactly, or it says which row does not. Their energy, rounded. */
export function checkedTotal(side: Side, { ticks, energies }: Orders): number {
  if (ticks.length !== energies.length)
    throw new RangeError(`${side}: ${ticks.length} prices for ${energies.length} energies`)
  let total = 0
  for (let row = 0; row < ticks.length; row++) {
    const energy = energies[row]!
    if (!(energy >= 0 && energy <= MOST_WH && Math.floor(energy) === energy))
      throw new RangeError(`${side}, row ${row}: ${energy} Wh is no whole number up to ${MOST_WH}`)
    if (ticks[row]! > MOST_TICK) throw new RangeError(`${side}, row ${row}: tick ${ticks[row]} is above ${MOST_TICK}`)
    total += energy
  }
  return total
}
