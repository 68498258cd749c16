import type { Bps } from '@/lib/domain/units/units'
import { languageTag, type Locale } from './locale'

/** The true minus sign: as wide as a digit in tabular figures, and never a line-break opportunity. */
const MINUS = '\u2212'

export interface DecimalText {
  /** An integer count of 10^-scale units: 1_234_560_000n with scale 6 is 1,234.56. */
  value: bigint
  scale: number
  /** Fraction digits shown; may not exceed the scale. */
  digits: number
  locale: Locale
  /** Write a plus sign before a positive value, for differences. */
  signed?: boolean
}

/**
 * A fixed-point integer as locale text, exactly: no value passes through a floating-point number.
 * Rounds half away from zero, for reading only; what is owed is always the integer itself.
 */
export function formatDecimal({ value, scale, digits, locale, signed = false }: DecimalText): string {
  const magnitude = value < 0n ? -value : value
  const dropped = 10n ** BigInt(scale - digits)
  const rounded = (magnitude + dropped / 2n) / dropped
  const one = 10n ** BigInt(digits)
  const whole = new Intl.NumberFormat(languageTag[locale]).format(rounded / one)
  const fraction = digits === 0 ? '' : decimalMark(locale) + (rounded % one).toString().padStart(digits, '0')
  return signFor(value, rounded, signed) + whole + fraction
}

function signFor(value: bigint, rounded: bigint, signed: boolean): string {
  if (rounded === 0n) return ''
  if (value < 0n) return MINUS
  return signed ? '+' : ''
}

function decimalMark(locale: Locale): string {
  const parts = new Intl.NumberFormat(languageTag[locale], { minimumFractionDigits: 1 }).formatToParts(0)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}

/** A whole count: 7,129. */
export function formatCount(value: number | bigint, locale: Locale): string {
  return new Intl.NumberFormat(languageTag[locale]).format(value)
}

/** Basis points as a percentage without superfluous zeros: 9500 is "95%", 9938 is "99.38%". */
export function formatBasisPoints(basisPoints: Bps, locale: Locale): string {
  const digits = basisPoints % 100n === 0n ? 0 : basisPoints % 10n === 0n ? 1 : 2
  return formatDecimal({ value: basisPoints, scale: 2, digits, locale }) + '%'
}
