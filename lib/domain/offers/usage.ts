/** Arithmetic on billing determinants that formulas share, wide enough for any of them. Mirrors UsageLib. */
import type { Determinants } from './determinants'

/** Energy over all registers, in Wh. Wider than Wh: a cost is defined even where no bill could be written. */
export function energyOf({ registers }: Pick<Determinants, 'registers'>): bigint {
  return registers.reduce<bigint>((total, energy) => total + energy, 0n)
}

/** The part of an amount of a whole period that falls on the time supplied, rounded down. A period without a length is a whole one. */
export function prorated(amount: bigint, { elapsed, whole }: Pick<Determinants, 'elapsed' | 'whole'>): bigint {
  return elapsed === whole || whole === 0 ? amount : (amount * BigInt(elapsed)) / BigInt(whole)
}
