/** Signed terms between the domain and the contracts. */
import { MONTHS, type Terms } from '@/lib/domain/agreements/terms'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

/** One value for each month, as the type checker of viem counts them. */
export type MonthValues<T> = readonly [T, T, T, T, T, T, T, T, T, T, T, T]

export interface TermsStruct<Small = ChainInteger, Large = ChainInteger, Months = readonly ChainInteger[]> {
  consumer: Address
  offerId: Hex
  meterId: Hex
  start: Small
  contracted: Months
  replaces: Hex
  nonce: Large
  expiry: Small
}

export function monthValues<T>(values: readonly T[]): MonthValues<T> {
  if (values.length !== MONTHS) throw new RangeError(`${values.length} months of contracted energy`)
  return values as unknown as MonthValues<T>
}

export function termsToStruct(terms: Terms): TermsStruct<number, bigint, MonthValues<bigint>> {
  return { ...terms, contracted: monthValues<bigint>(terms.contracted) }
}

export function termsFromStruct(struct: TermsStruct): Terms {
  return {
    consumer: struct.consumer.toLowerCase() as Address,
    offerId: struct.offerId,
    meterId: struct.meterId,
    start: toNumber(struct.start),
    contracted: monthValues(struct.contracted).map((energy) => wh(toBigint(energy))),
    replaces: struct.replaces,
    nonce: toBigint(struct.nonce),
    expiry: toNumber(struct.expiry),
  }
}

/** Terms as they travel to a settlement: without the offer, in as few words as hold them. Mirrors TermsWords. */
export interface TermsWords {
  meterId: Hex
  parties: bigint
  contracted: readonly [bigint, bigint, bigint]
  replaces: Hex
  nonce: bigint
}

const MONTHS_A_WORD = 4

export function termsToWords({ consumer, start, expiry, meterId, contracted, replaces, nonce }: Terms): TermsWords {
  const months = monthValues(contracted)
  const word = (index: number) =>
    months
      .slice(index * MONTHS_A_WORD, (index + 1) * MONTHS_A_WORD)
      .reduce<bigint>((sum, energy, month) => sum | (energy << (64n * BigInt(month))), 0n)
  return {
    meterId,
    parties: BigInt(consumer) | (BigInt(start) << 160n) | (BigInt(expiry) << 200n),
    contracted: [word(0), word(1), word(2)],
    replaces,
    nonce,
  }
}
