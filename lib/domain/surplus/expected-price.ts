/** What surplus will likely sell for: from the book of the session that is open, or from sessions of the region that were cleared. */
import { ZERO_HASH } from '../units/hex'
import type { Wh } from '../units/units'
import type { Book } from './book'
import { clear } from './clear'
import { orderWh, tick, type Tick } from './tick'

/** One that was cleared. */
export interface PastSession {
  price: Tick
  volume: Wh
}

export interface OwnLot {
  energy: Wh
  reserve: Tick
}

export interface ExpectedPrice {
  price: Tick
  /** The bids that are there now, or what was paid before. */
  from: 'bids' | 'past'
}

/**
 * What a lot would get from the bids that are there, beside the lots that are: as the session would clear now with it. Where they would
 * not take all of it, the mean of what was paid before, each Wh alike. Null where nothing says anything.
 */
export function expectedPrice(lot: OwnLot, book: Book | null, past: readonly PastSession[]): ExpectedPrice | null {
  const now = book && priceWith(lot, book)
  if (now !== null) return { price: now, from: 'bids' }
  const mean = meanPrice(past)
  return mean === null ? null : { price: mean, from: 'past' }
}

/** Rounded down. Null where nothing was traded. */
export function meanPrice(past: readonly PastSession[]): Tick | null {
  const volume = past.reduce((sum, session) => sum + session.volume, 0n)
  if (volume === 0n) return null
  return tick(past.reduce((sum, { price, volume: sold }) => sum + price * sold, 0n) / volume)
}

/** Null if not all of it would be sold. */
function priceWith({ energy, reserve }: OwnLot, { lots, bids }: Book): Tick | null {
  const withIt: Book = {
    bids,
    lots: {
      ticks: added(new Uint32Array(lots.ticks.length + 1), lots.ticks, Number(reserve)),
      energies: added(new Float64Array(lots.energies.length + 1), lots.energies, Number(orderWh(energy))),
    },
  }
  // Ids decide who gets the last Wh, and never the price.
  const noId = () => ZERO_HASH
  const { price, volume, lotsShare } = clear(withIt, { lots: noId, bids: noId })
  const sellsAll = volume > 0n && (price > reserve || (price === reserve && !lotsShare))
  return sellsAll ? price : null
}

function added<Column extends Uint32Array | Float64Array>(to: Column, from: ArrayLike<number>, one: number): Column {
  to.set(from)
  to[from.length] = one
  return to
}
