/** Sessions as large as no market has had yet, the same in every run. */
import { keccak256, numberToHex } from 'viem'
import type { Book, Orders } from '@/lib/domain/surplus/book'
import type { Hex } from '@/lib/domain/units/hex'
import { seededRandom, type SeededRandom } from '@/lib/domain/units/seeded-random'

export type Session = Book

/** The least and the greatest, both included. */
type Range = readonly [number, number]

/** A home's surplus of a day. */
const MOST_WH = 20_000

export function drawSession(
  size: { bids: number; lots: number },
  { limits, reserves }: { limits: Range; reserves: Range },
): Session {
  const random = seededRandom(2_026n)
  return { bids: ordersOf(size.bids, limits, random), lots: ordersOf(size.lots, reserves, random) }
}

function ordersOf(count: number, [from, to]: Range, random: SeededRandom): Orders {
  const ticks = new Uint32Array(count)
  const energies = new Float64Array(count)
  const prices = BigInt(to - from + 1)
  for (let row = 0; row < count; row++) {
    // One draw for both: drawing is slower than clearing.
    const drawn = random.below(prices * BigInt(MOST_WH))
    ticks[row] = from + Number(drawn % prices)
    energies[row] = 1 + Number(drawn / prices)
  }
  return { ticks, energies }
}

/** As in the market, a hash. */
export function idOf(row: number): Hex {
  return keccak256(numberToHex(row, { size: 32 }))
}

export interface OrderObject {
  row: number
  price: number
  energy: number
}

export function objectsOf({ bids, lots }: Session): { bids: OrderObject[]; lots: OrderObject[] } {
  const objects = ({ ticks, energies }: Orders) =>
    Array.from(ticks, (price, row) => ({ row, price, energy: energies[row] ?? 0 }))
  return { bids: objects(bids), lots: objects(lots) }
}
