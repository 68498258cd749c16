import type { Address, Hex } from '../units/hex'
import type { Wh } from '../units/units'

export const MONTHS = 12

/** What a consumer signs (EIP-712). Its struct hash is the agreement's id. Mirrors the Solidity struct Terms. */
export interface Terms {
  consumer: Address
  offerId: Hex
  meterId: Hex
  /** First instant of supply: the start of a published settlement period, or the instant of a closing read. */
  start: number
  /** Contracted energy of each month, counted from `start` and repeated every twelve. */
  contracted: readonly Wh[]
  /** The agreement that ends where this one starts; the zero hash if the meter has none. */
  replaces: Hex
  nonce: bigint
  expiry: number
}

/**
 * Whether the bill of a period, counted from zero, closes a contract year: each twelfth does, and an agreement's last.
 * Mirrors TermLib.closesYear. Vectors: closes-year.json.
 */
export function closesYear(
  { termPeriods, endsAt }: { termPeriods: number; endsAt: number | null },
  { index, end }: { index: number; end: number },
): boolean {
  return (index + 1) % MONTHS === 0 || index + 1 === termPeriods || end === endsAt
}

/** Contracted energy of a period, counted from zero at the start of the agreement. */
export function contractedFor(terms: Pick<Terms, 'contracted'>, periodIndex: number): Wh {
  const energy = terms.contracted[periodIndex % MONTHS]
  if (energy === undefined) throw new RangeError(`no contracted energy for period ${periodIndex}`)
  return energy
}
