/** A bill as the chain tells it: what was used, in two words, and the lines. */
import { unpack, type BillLine } from '@/lib/domain/billing/lines'
import { registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { toBigint, type ChainInteger } from './numbers'

export interface BillSettledArgs {
  agreementId: Hex
  usedFour: ChainInteger
  usedRest: ChainInteger
  lines: readonly ChainInteger[]
}

export interface SettledFacts {
  start: number
  end: number
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  contracted: Wh
  used: RegisterValues<Wh>
  lines: BillLine[]
}

const CONTRACTED_AT = 64n
const START_AT = 128n
const END_AT = 168n
const INDEX_AT = 208n

/** Mirrors the types UsedFour and UsedRest. */
export function billFromEvent({ usedFour, usedRest, lines }: BillSettledArgs): SettledFacts {
  const [four, rest] = [toBigint(usedFour), toBigint(usedRest)]
  const energy = (word: bigint, from: bigint) => wh(BigInt.asUintN(64, word >> from))
  const count = (from: bigint, bits: number) => Number(BigInt.asUintN(bits, rest >> from))
  return {
    start: count(START_AT, 40),
    end: count(END_AT, 40),
    index: count(INDEX_AT, 8),
    contracted: energy(rest, CONTRACTED_AT),
    used: registerValues([...[0n, 64n, 128n, 192n].map((from) => energy(four, from)), energy(rest, 0n)]),
    lines: lines.map((word) => unpack(toBigint(word))),
  }
}

/** The two words of the event, for tests and the journal of a chain that is made again. */
export function usedToWords({ start, end, index, contracted, used }: Omit<SettledFacts, 'lines'>) {
  const [sharp, peak, flat, valley, deepValley] = used
  return {
    usedFour: sharp | (peak << 64n) | (flat << 128n) | (valley << 192n),
    usedRest:
      deepValley |
      (contracted << CONTRACTED_AT) |
      (BigInt(start) << START_AT) |
      (BigInt(end) << END_AT) |
      (BigInt(index) << INDEX_AT),
  }
}
