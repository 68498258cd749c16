/**
 * Where demand meets supply, without sorting. With D(p) the energy of all bids whose limit is p or more and S(p) that of all lots
 * whose reserve is p or less, D falls and S rises. D(p) ≥ S(p − 1) says the same as
 *
 *   energy of all lots and bids at ticks below p ≤ energy of all bids,
 *
 * because D(p) is all bids less those below p. So the greatest such p is one place in the merged book, found digit by digit: count
 * energy per range of ticks, climb to the range it is in, and count again inside that range. The time does not depend on the prices.
 */
import type { Book } from './book'
import { signOf, type Limb, type Sums } from './energy-sums'

/** A tick has 24 bits: three digits. */
const DIGIT_BITS = 8
const DIGIT = 2 ** DIGIT_BITS
const SHIFTS = [2 * DIGIT_BITS, DIGIT_BITS, 0]

export interface Meeting {
  /** The greatest tick p with D(p) ≥ S(p − 1). There is one: D(0) ≥ 0 = S(−1). */
  tick: number
  /** Whether D(p) = S(p − 1). */
  even: boolean
}

export function meetingOf({ lots, bids }: Book, limbs: readonly Limb[]): Meeting {
  let room: Sums = limbs.map((limb) => totalOf(limb.bids))
  let tick = 0
  for (const shift of SHIFTS) {
    const counts = limbs.map((limb) => {
      const count = new Float64Array(DIGIT)
      countInto(count, lots.ticks, limb.lots, { first: tick, shift })
      countInto(count, bids.ticks, limb.bids, { first: tick, shift })
      return count
    })
    const climbed = climb(counts, room)
    tick += climbed.range << shift
    room = climbed.room
  }
  return { tick, even: signOf(room) === 0 }
}

interface Ranges {
  /** Where the first range begins. */
  first: number
  /** Each is 2^shift ticks wide. */
  shift: number
}

function countInto(count: Float64Array, ticks: Uint32Array, energies: Float64Array, { first, shift }: Ranges): void {
  for (let row = 0; row < ticks.length; row++) {
    // A tick below the first range comes out above every range, as one beyond them does.
    const range = (ticks[row]! - first) >>> shift
    if (range < DIGIT) count[range]! += energies[row]!
  }
}

function totalOf(energies: Float64Array): number {
  let total = 0
  for (let row = 0; row < energies.length; row++) total += energies[row]!
  return total
}

/** The last range that begins within the room, and what room is left there. */
function climb(counts: readonly Float64Array[], room: Sums): { range: number; room: Sums } {
  let left = room
  for (let range = 0; range < DIGIT - 1; range++) {
    const next = left.map((sum, limb) => sum - counts[limb]![range]!)
    if (signOf(next) < 0) return { range, room: left }
    left = next
  }
  return { range: DIGIT - 1, room: left }
}
