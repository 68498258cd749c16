/** Random sessions for tests: most of them small and full of ties, because that is where clearing goes wrong. */
import type { Hex } from '../units/hex'
import type { SeededRandom } from '../units/seeded-random'
import { wh } from '../units/units'
import type { Bid, Lot } from './book'
import { MAX_ORDER_WH, MAX_TICK, tick } from './tick'

export interface DrawnBook {
  lots: Lot[]
  bids: Bid[]
}

/** Not in the order of placing. Some ids begin alike, so that all their digits count. */
function drawId(random: SeededRandom): Hex {
  const id = random.below(random.pick([1n << 64n, 1n << 256n]))
  return `0x${id.toString(16).padStart(64, '0')}`
}

export function drawBook(random: SeededRandom): DrawnBook {
  // Few prices make many ties; the whole range makes few.
  const prices = random.pick([1n, 2n, 3n, 8n, 8n, 20n, MAX_TICK + 1n])
  const from = random.pick([0n, 0n, 4094n, MAX_TICK + 1n - prices])
  const energies = random.pick([1n, 2n, 10n, 10n, 50n, 1_000n, MAX_ORDER_WH])
  const price = () => {
    const drawn = (prices > MAX_TICK ? 0n : from) + random.below(prices)
    return tick(drawn > MAX_TICK ? MAX_TICK : drawn)
  }
  // Dust stands between orders of any size, and what was withdrawn keeps its place.
  const energy = () => {
    const kind = random.below(16n)
    return wh(kind === 0n ? 0n : kind < 3n ? 1n : random.between(1n, energies))
  }
  const count = () => Number(random.below(random.pick([1n, 2n, 5n, 9n])))
  const bids = Array.from({ length: count() }, () => ({ id: drawId(random), energy: energy(), limit: price() }))
  const lots = Array.from({ length: count() }, () => ({ id: drawId(random), energy: energy(), reserve: price() }))
  return { lots: withTwin(lots, random), bids: withTwin(bids, random) }
}

/** Somebody may place the same twice: then even the ids are equal. */
function withTwin<Row>(rows: Row[], random: SeededRandom): Row[] {
  return rows.length > 0 && random.below(8n) === 0n ? [...rows, random.pick(rows)] : rows
}

/** The same rows in another order. */
export function shuffled<Row>(rows: readonly Row[], random: SeededRandom): Row[] {
  const left = [...rows]
  return rows.flatMap(() => left.splice(Number(random.below(BigInt(left.length))), 1))
}
