/** Energy as NEM files write it: a decimal number in a unit that the channel names. */
import { exactDecimal } from '../decimal'
import { Faulty, shown } from '../faulty'
import type { WholeWh } from '../whole-wh'
import { wh, type Wh } from '@/lib/domain/units/units'

/** Powers of ten of the units of energy, whatever the case they are written in. */
const EXPONENTS = new Map([
  ['WH', 0],
  ['KWH', 3],
  ['MWH', 6],
])
/** Units of other things that meters count or measure. Files write some of them in a case of their own. */
const OTHERS = /^(?:[KM]?VAR?H?|[KM]?W|K?[VA]|PF)$/

/** The power of ten; null for a unit of something else; undefined for what is no unit at all. */
export function energyExponent(unit: string): number | null | undefined {
  return EXPONENTS.get(unit.toUpperCase()) ?? (OTHERS.test(unit.toUpperCase()) ? null : undefined)
}

/** Decimals of a Wh that are counted. */
export const SCALE = 18
/** A meter-day keeps no interval above 2^32 Wh; no connection takes that in half an hour. */
const MOST_WH = 4_000_000_000
const MOST = BigInt(MOST_WH) * 10n ** BigInt(SCALE)
/** Made once: making a bigint takes longer than reading its digits, and most intervals of homes are these. */
const SMALL = Array.from({ length: 4_096 }, (_, value) => wh(BigInt(value)))
/** Nine characters are at most 10^9, in MWh 10^15 Wh: a number holds it exactly. */
const SHORT = 9
const POINT = 46
const ZERO = 48

/** The next interval of a channel. Most numbers are short and whole Wh, and what is left of others is not theirs. */
export function intervalWh(
  text: string,
  { exponent, whole, line }: { exponent: number; whole: WholeWh; line: number },
): Wh {
  const simple = simpleWh(text, exponent)
  if (simple >= 0 && simple <= MOST_WH) return SMALL[simple] ?? wh(BigInt(simple))
  const exact = exactWh(text, exponent, line)
  if (exact < 0n) throw new Faulty('NemEnergyNegative', { text: shown(text) }, line)
  if (exact > MOST) throw new Faulty('NemNumberTooLarge', { text: shown(text) }, line)
  return whole.next(exact)
}

/** Digits with a point or without, if they are whole Wh; otherwise -1. */
function simpleWh(text: string, exponent: number): number {
  if (text.length > SHORT || text.length === 0 || text === '.') return -1
  let value = 0
  let point = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === POINT && point < 0) point = at
    else if (code >= ZERO && code <= ZERO + 9) value = value * 10 + code - ZERO
    else return -1
  }
  const shift = exponent - (point < 0 ? 0 : text.length - 1 - point)
  return shift < 0 ? -1 : value * 10 ** shift
}

/** A count of 10^-18 Wh. */
export function exactWh(text: string, exponent: number, line: number): bigint {
  const value = exactDecimal(text.startsWith('.') ? `0${text}` : text, SCALE + exponent)
  if (typeof value === 'bigint') return value
  const names = { malformed: 'NemNumberMalformed', tooFine: 'NemNumberTooFine', tooLarge: 'NemNumberTooLarge' } as const
  throw new Faulty(names[value], { text: shown(text) }, line)
}

/** What a register shows, in whole Wh as a register that counts them would. */
export function dialWh(exact: bigint): Wh {
  return wh(exact / 10n ** BigInt(SCALE))
}
