/**
 * Exact sums of energies in doubles. While all of them together stay below 2⁵³ Wh they are added as they are. A session of the largest
 * orders can pass that: then their high and low twenty bits are added apart, which is exact for 2³² of them.
 */
import { wh, type Wh } from '../units/units'

const LIMB = 2 ** 20
const EXACT = 2 ** 53

/** The energies of both sides, or their high and their low bits. */
export type Limb = Record<'lots' | 'bids', Float64Array>

/** A sum for each limb. */
export type Sums = readonly number[]

/** `total` may be rounded: below 2⁵³ nothing has been, because rounding keeps the order. */
export function limbsOf(energies: Limb, total: number): Limb[] {
  if (total < EXACT) return [energies]
  const high = (energy: number) => Math.floor(energy / LIMB)
  const low = (energy: number) => energy % LIMB
  return [high, low].map((part) => ({ lots: energies.lots.map(part), bids: energies.bids.map(part) }))
}

/** Of the right sign, and zero only if the sum is: what is rounded is the last addition, and rounding keeps the order. */
export function signOf(sums: Sums): number {
  return sums.reduce((value, sum) => value * LIMB + sum, 0)
}

export function whOf(sums: Sums): Wh {
  return wh(sums.reduce((value, sum) => value * BigInt(LIMB) + BigInt(sum), 0n))
}
