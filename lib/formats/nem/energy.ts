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
/** Nine digits are below 10^9, in MWh 10^15 Wh: a number holds it exactly. */
const SHORT = 9
const COMMA = 44
const POINT = 46
const ZERO = 48

/**
 * The next numbers of a line, and where what follows them starts, if they are what most are: short, and whole Wh. Null if
 * one of them is anything else. What is left of other intervals of the channel is not theirs.
 */
export function simpleWh(
  text: string,
  { from, count, exponent }: { from: number; count: number; exponent: number },
): { energyWh: Wh[]; end: number } | null {
  const energyWh: Wh[] = []
  let at = from
  while (energyWh.length < count) {
    const first = at
    let value = 0
    let point = -1
    for (let code = text.charCodeAt(at); code !== COMMA; code = text.charCodeAt(++at)) {
      if (code >= ZERO && code <= ZERO + 9) value = value * 10 + code - ZERO
      else if (code === POINT && point < 0) point = at
      else return null
    }
    const digits = at - first - (point < 0 ? 0 : 1)
    const shift = exponent - (point < 0 ? 0 : at - 1 - point)
    if (digits < 1 || digits > SHORT || shift < 0) return null
    value *= 10 ** shift
    if (value > MOST_WH) return null
    energyWh.push(SMALL[value] ?? wh(BigInt(value)))
    at += 1
  }
  return { energyWh, end: at }
}

/** The next interval of a channel, whatever it is. */
export function intervalWh(
  text: string,
  { exponent, whole, line }: { exponent: number; whole: WholeWh; line: number },
): Wh {
  const exact = exactWh(text, { exponent, line })
  if (exact < 0n) throw new Faulty('NemEnergyNegative', { text: shown(text) }, line)
  if (exact > MOST) throw new Faulty('NemNumberTooLarge', { text: shown(text) }, line)
  return whole.next(exact)
}

/** A count of 10^-18 Wh. */
export function exactWh(text: string, { exponent, line }: { exponent: number; line: number }): bigint {
  const value = exactDecimal(/^\.\d/.test(text) ? `0${text}` : text, SCALE + exponent)
  if (typeof value === 'bigint') return value
  const names = { malformed: 'NemNumberMalformed', tooFine: 'NemNumberTooFine', tooLarge: 'NemNumberTooLarge' } as const
  throw new Faulty(names[value], { text: shown(text) }, line)
}

/** What a register shows, in whole Wh as a register that counts them would. */
export function dialWh(exact: bigint): Wh {
  return wh(exact / 10n ** BigInt(SCALE))
}
