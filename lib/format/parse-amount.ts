/** Quantities as people type them, read exactly: no value passes through a floating-point number. */
import {
  bps,
  factor,
  micro,
  microPerKw,
  microPerKwh,
  signedMicroPerKwh,
  watt,
  wh,
  type Bps,
  type Factor,
  type Micro,
  type MicroPerKw,
  type MicroPerKwh,
  type SignedMicroPerKwh,
  type Watt,
  type Wh,
} from '@/lib/domain/units/units'

/** Digits, in threes parted by spaces if at all, and a fraction after a point or a comma. */
const DECIMAL = /^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/
/** A thousand and some to one reader, little more than one to another. 0,234 and 1234,567 can only be fractions: no thousands start or group like that. */
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/
/** More digits than any quantity has; keeps a pasted book out of the arithmetic. */
const LONGEST = 40

const MICRO_SCALE = 6
const KILO_SCALE = 3
const PERCENT_SCALE = 2

/** A comma and three digits: thousands to one reader, a fraction to another. */
export function isAmbiguous(text: string): boolean {
  return AMBIGUOUS.test(text.normalize('NFKC').trim())
}

/**
 * A typed decimal as a count of 10^-scale units; null if it is none, finer than one unit, or could be read in two ways.
 * Full-width digits and signs count too: 12.5, 12,5 and １２．５ are the same, 1 234.5 is 1234.5, 1,234 is refused.
 */
export function parseDecimal(text: string, scale: number): bigint | null {
  // Makes the narrow and the unbreakable space a plain one too.
  const typed = text.normalize('NFKC').trim()
  if (typed.length > LONGEST || AMBIGUOUS.test(typed)) return null
  const [, whole, fraction = ''] = DECIMAL.exec(typed) ?? []
  if (whole === undefined || fraction.length > scale) return null
  return BigInt(whole.replaceAll(' ', '') + fraction.padEnd(scale, '0'))
}

/** ¥/kWh, up to six decimals. */
export function parsePrice(text: string): MicroPerKwh | null {
  return fitting(parseDecimal(text, MICRO_SCALE), microPerKwh)
}

/** ¥/kWh that may be below zero, with a hyphen or a true minus sign. */
export function parseSignedPrice(text: string): SignedMicroPerKwh | null {
  const [, minus, amount = ''] = /^([-\u2212]?)(.*)$/s.exec(text.normalize('NFKC').trim()) ?? []
  const value = parseDecimal(amount, MICRO_SCALE)
  return fitting(value !== null && minus ? -value : value, signedMicroPerKwh)
}

/** ¥/kW, up to six decimals. */
export function parseDemandPrice(text: string): MicroPerKw | null {
  return fitting(parseDecimal(text, MICRO_SCALE), microPerKw)
}

/** kW, up to three decimals. */
export function parseKw(text: string): Watt | null {
  return fitting(parseDecimal(text, KILO_SCALE), watt)
}

/** ¥, up to six decimals. */
export function parseMoney(text: string): Micro | null {
  return fitting(parseDecimal(text, MICRO_SCALE), micro)
}

export type AmountFault = 'malformed' | 'zero' | 'tooMuch'
export type ParsedAmount = { ok: true; value: Micro } | { ok: false; fault: AmountFault }

/** Money to move. `most` is what there is; null while nobody knows. */
export function parseAmount(text: string, most: Micro | null): ParsedAmount {
  const value = parseMoney(text)
  if (value === null) return { ok: false, fault: 'malformed' }
  if (value === 0n) return { ok: false, fault: 'zero' }
  return most !== null && value > most ? { ok: false, fault: 'tooMuch' } : { ok: true, value }
}

/** Money as it would be typed. */
export function typedMoney(amount: Micro): string {
  return typedDecimal(amount, MICRO_SCALE)
}

/** kWh, up to three decimals. */
export function parseKwh(text: string): Wh | null {
  return fitting(parseDecimal(text, KILO_SCALE), wh)
}

/** Energy as it would be typed, in kWh. */
export function typedKwh(energy: Wh): string {
  return typedDecimal(energy, KILO_SCALE)
}

/** Power as it would be typed, in kW. */
export function typedKw(power: Watt): string {
  return typedDecimal(power, KILO_SCALE)
}

/** Per cent, up to two decimals: 95.25 is 9,525 basis points. */
export function parsePercent(text: string): Bps | null {
  return fitting(parseDecimal(text, PERCENT_SCALE), bps)
}

/** Per cent, which may be far above a hundred. */
export function parseFactor(text: string): Factor | null {
  return fitting(parseDecimal(text, PERCENT_SCALE), factor)
}

/** A whole number from zero to a limit. */
export function parseCount(text: string, most: number): number | null {
  const value = parseDecimal(text, 0)
  return value === null || value > BigInt(most) ? null : Number(value)
}

/** What parseDecimal reads back as the same value: no grouping, no more decimals than it needs. */
function typedDecimal(value: bigint, scale: number): string {
  const digits = value.toString().padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  return digits.slice(0, -scale) + (fraction && `.${fraction}`)
}

/** Null also for a value that does not fit its width on chain. */
function fitting<Quantity>(value: bigint | null, unit: (value: bigint) => Quantity): Quantity | null {
  if (value === null) return null
  try {
    return unit(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
