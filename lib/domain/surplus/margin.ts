/**
 * The lots or bids at the clearing price itself, of the side that has too much, share what is left for them in proportion to their
 * energy, by largest remainder: each gets its share rounded down, and the Wh that are then left go to the largest remainders, one
 * each. Of equal remainders the lower id goes first: a hash, so that the order of placing decides nothing.
 */
import { EXACT_LIMIT, mulDivDownExact, remainderExact } from '../offers/compare/exact-numbers'
import { ZERO_HASH, type Hex } from '../units/hex'
import type { Wh } from '../units/units'
import type { IdOf, Orders } from './book'
import { nthById } from './nth-by-id'
import { nthLeast } from './nth-least'

/** The last that gets one Wh more. A remainder equal to `offered`, which none has, says that none does. */
export interface LastOneMore {
  remainder: bigint
  id: Hex
  /** Tells apart what one account placed twice, alike in everything. */
  index: number
}

export interface Sharing {
  /** Energy of those that share. */
  offered: Wh
  /** How much of it is traded. */
  shared: Wh
}

/** `orders` is the side with too much, `price` its rows that share. 0 ≤ shared ≤ offered; offered is the energy of those rows. */
export function lastOneMore(orders: Orders, price: number, { offered, shared }: Sharing, idOf: IdOf): LastOneMore {
  const none = { remainder: offered, id: ZERO_HASH, index: 0 }
  if (shared === 0n || shared === offered) return none
  const rows = rowsAt(orders, price)
  const { remainders, left } = remaindersOf(orders, rows, { offered, shared })
  if (left === 0) return none
  const least = leastOf(remainders, left, offered)
  const equal: number[] = []
  let greater = 0
  for (let place = 0; place < rows.length; place++) {
    const remainder = remainders[place]!
    if (remainder > least) greater += 1
    else if (remainder === least) equal.push(rows[place]!)
  }
  return { remainder: BigInt(least), ...nthById(equal, left - greater, idOf) }
}

/** The least of the `count` greatest remainders. */
function leastOf(remainders: Float64Array | BigUint64Array, count: number, offered: Wh): number | bigint {
  const nth = remainders.length - count + 1
  if (remainders instanceof Float64Array) return nthLeast(remainders, nth, Number(offered))
  return remainders.slice().sort()[nth - 1] ?? 0n
}

function rowsAt({ ticks }: Orders, price: number): Uint32Array {
  let count = 0
  for (let row = 0; row < ticks.length; row++) if (ticks[row] === price) count += 1
  const rows = new Uint32Array(count)
  for (let row = 0, place = 0; place < count; row++) if (ticks[row] === price) rows[place++] = row
  return rows
}

/** energy × shared mod offered of each row, and how many Wh are left when every share is rounded down. */
function remaindersOf({ energies }: Orders, rows: Uint32Array, { offered, shared }: Sharing) {
  return offered < BigInt(EXACT_LIMIT)
    ? inDoubles(energies, rows, Number(offered), Number(shared))
    : inBigints(energies, rows, offered, shared)
}

function inDoubles(energies: Float64Array, rows: Uint32Array, offered: number, shared: number) {
  const remainders = new Float64Array(rows.length)
  let left = shared
  for (let place = 0; place < rows.length; place++) {
    const energy = energies[rows[place]!]!
    const share = mulDivDownExact(energy, shared, offered)
    remainders[place] = remainderExact({ a: energy, b: shared, quotient: share, divisor: offered })
    left -= share
  }
  return { remainders, left }
}

function inBigints(energies: Float64Array, rows: Uint32Array, offered: bigint, shared: bigint) {
  const remainders = new BigUint64Array(rows.length)
  let left = shared
  for (let place = 0; place < rows.length; place++) {
    const product = BigInt(energies[rows[place]!]!) * shared
    remainders[place] = product % offered
    left -= product / offered
  }
  return { remainders, left: Number(left) }
}
