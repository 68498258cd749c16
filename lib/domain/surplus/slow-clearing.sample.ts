/**
 * Clears a session as a person would who has all day: tries every price, and hands out one Wh after the other. In another style than
 * the engine, for tests.
 */
import type { Hex } from '../units/hex'
import type { Bid, Lot } from './book'
import { MAX_TICK } from './tick'

export interface SlowClearing {
  price: bigint
  volume: bigint
  /** Of each bid and lot, in their order. */
  awarded: bigint[]
  sold: bigint[]
}

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

export const demandAt = (bids: readonly Bid[], price: bigint) =>
  sum(bids.filter(({ limit }) => limit >= price).map(({ energy }) => energy))
export const supplyAt = (lots: readonly Lot[], price: bigint) =>
  sum(lots.filter(({ reserve }) => reserve <= price).map(({ energy }) => energy))

/** Every price at or next to which somebody changes their mind: between two of them nothing happens. */
export function pricesThatMatter(lots: readonly Lot[], bids: readonly Bid[]): bigint[] {
  const named = [...lots.map(({ reserve }) => reserve), ...bids.map(({ limit }) => limit)]
  const near = named.flatMap((price) => [price - 1n, price, price + 1n])
  const inside = near.filter((price) => price >= 0n && price <= MAX_TICK)
  return [...new Set([0n, MAX_TICK, ...inside])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

export const volumeAt = (lots: readonly Lot[], bids: readonly Bid[], price: bigint) =>
  least(demandAt(bids, price), supplyAt(lots, price))

/** The rule, word for word: the last price at which there is at least as much demand as supply, or one more if that moves more. */
function priceOf(lots: readonly Lot[], bids: readonly Bid[]): bigint {
  const enough = pricesThatMatter(lots, bids).filter((price) => demandAt(bids, price) >= supplyAt(lots, price))
  const last = enough.at(-1) ?? -1n
  return supplyAt(lots, last) >= demandAt(bids, last + 1n) ? last : last + 1n
}

interface Wanting {
  id: Hex
  row: number
  energy: bigint
}

/** The lower id goes first; of what somebody placed twice, what was placed first. */
const goesFirst = (a: Wanting, b: Wanting) =>
  BigInt(a.id) === BigInt(b.id) ? a.row < b.row : BigInt(a.id) < BigInt(b.id)

/** What each row gets of the rest. */
type Share = (wanting: readonly Wanting[], rest: bigint) => Map<number, bigint>

/** One Wh after the other to whoever is furthest below its exact part. Parts are compared times the whole. */
export const byTheUnit: Share = (wanting, rest) => {
  const whole = sum(wanting.map(({ energy }) => energy))
  const got = new Map(wanting.map(({ row }) => [row, 0n]))
  for (let given = 0n; given < rest; given += 1n) {
    const missing = ({ row, energy }: Wanting) => energy * rest - (got.get(row) ?? 0n) * whole
    const next = wanting.reduce((a, b) => {
      const [ofA, ofB] = [missing(a), missing(b)]
      return ofB > ofA || (ofB === ofA && goesFirst(b, a)) ? b : a
    })
    got.set(next.row, (got.get(next.row) ?? 0n) + 1n)
  }
  return got
}

/** Largest remainder as it is written in the books: round down, sort, one more to the first. */
export const byRemainder: Share = (wanting, rest) => {
  const whole = sum(wanting.map(({ energy }) => energy))
  if (whole === 0n) return new Map()
  const got = new Map(wanting.map(({ row, energy }) => [row, (energy * rest) / whole]))
  const left = rest - sum([...got.values()])
  const queue = wanting.map((each) => ({ ...each, remainder: (each.energy * rest) % whole }))
  queue.sort((a, b) => (a.remainder !== b.remainder ? (a.remainder > b.remainder ? -1 : 1) : goesFirst(a, b) ? -1 : 1))
  for (const { row } of queue.slice(0, Number(left))) got.set(row, (got.get(row) ?? 0n) + 1n)
  return got
}

/** Serves those who gain at the price first, and shares what is left among those to whom it is all the same. */
function serve(rows: readonly { id: Hex; energy: bigint; gain: bigint }[], volume: bigint, share: Share): bigint[] {
  const all = rows.map((each, row) => ({ ...each, row }))
  const rest = volume - sum(all.filter(({ gain }) => gain > 0n).map(({ energy }) => energy))
  const shares = share(
    all.filter(({ gain }) => gain === 0n),
    rest,
  )
  return all.map(({ row, energy, gain }) => (gain > 0n ? energy : (shares.get(row) ?? 0n)))
}

export function slowClearing(lots: readonly Lot[], bids: readonly Bid[], share = byRemainder): SlowClearing {
  const price = priceOf(lots, bids)
  const volume = volumeAt(lots, bids, price)
  if (volume === 0n)
    return { price: price < 0n ? 0n : price, volume, awarded: bids.map(() => 0n), sold: lots.map(() => 0n) }
  const buyers = bids.map(({ id, energy, limit }) => ({ id, energy, gain: limit - price }))
  const sellers = lots.map(({ id, energy, reserve }) => ({ id, energy, gain: price - reserve }))
  return { price, volume, awarded: serve(buyers, volume, share), sold: serve(sellers, volume, share) }
}
