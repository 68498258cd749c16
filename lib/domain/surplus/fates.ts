/**
 * Every exported Wh has exactly one fate (SPEC section 9), or is still free. Mirrors the Solidity struct Fates:
 * exported = free + listed + sold + stored + returned + redeemed, of each delivery period and of all of them.
 */
import { wh, type Wh } from '../units/units'

export const FATES = ['sold', 'stored', 'returned', 'redeemed'] as const

export type Fate = (typeof FATES)[number]

export interface Fates extends Record<Fate, Wh> {
  exported: Wh
  /** In lots of sessions that are not cleared: it may be sold or come back. */
  listed: Wh
  /** Nobody has decided yet. */
  free: Wh
}

export interface Movement {
  fate: Fate
  energy: Wh
}

/** Where the exported energy of one period went. More of it than was exported is no ledger: somebody counted twice. */
export function fatesOf(exported: Wh, listed: Wh, movements: readonly Movement[]): Fates {
  const sums = { sold: 0n, stored: 0n, returned: 0n, redeemed: 0n }
  for (const { fate, energy } of movements) sums[fate] += energy
  const counted = FATES.reduce<bigint>((total, fate) => total + sums[fate], listed)
  if (counted > exported) throw new RangeError(`${counted} Wh have a fate, and ${exported} Wh were exported`)
  const { sold, stored, returned, redeemed } = sums
  return {
    exported,
    listed,
    free: wh(exported - counted),
    sold: wh(sold),
    stored: wh(stored),
    returned: wh(returned),
    redeemed: wh(redeemed),
  }
}

/** Of several periods together. */
export function allFates(periods: readonly Fates[]): Fates {
  const sumOf = (name: keyof Fates) => wh(periods.reduce((total, period) => total + period[name], 0n))
  return {
    exported: sumOf('exported'),
    listed: sumOf('listed'),
    free: sumOf('free'),
    sold: sumOf('sold'),
    stored: sumOf('stored'),
    returned: sumOf('returned'),
    redeemed: sumOf('redeemed'),
  }
}
