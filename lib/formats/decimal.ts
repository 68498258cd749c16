/** Decimal numbers of files as whole counts of a small unit: no value passes through a floating-point number. */

/** Digits, a fraction after a point if any, and the power of ten that programs write for small numbers. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
/** More digits than any quantity has; keeps a pasted book out of the arithmetic. */
const LONGEST = 60

/** Raising ten again for every number of a long file takes longer than reading it. */
const POWERS = Array.from({ length: LONGEST + 1 }, (_, exponent) => 10n ** BigInt(exponent))

/** Why a text is no count of 10^-scale units. */
export type DecimalFault = 'malformed' | 'tooFine' | 'tooLarge'

/** A decimal as a count of 10^-scale units. */
export function exactDecimal(text: string, scale: number): bigint | DecimalFault {
  if (text.length > LONGEST) return 'malformed'
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  if (sign === undefined) return 'malformed'
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '')
  if (digits === '0') return 0n
  const shift = scale - fraction.length + Number(exponent)
  if (shift > LONGEST) return 'tooLarge'
  const value = shift >= 0 ? BigInt(digits) * (POWERS[shift] ?? 0n) : withoutTail(digits, -shift)
  if (value === null) return 'tooFine'
  return sign === '-' ? -value : value
}

/** Digits that are finer than the unit may only be zeros. */
function withoutTail(digits: string, length: number): bigint | null {
  if (/[^0]/.test(digits.slice(-length)) || length >= digits.length) return null
  return BigInt(digits.slice(0, -length))
}
