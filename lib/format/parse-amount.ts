/** Quantities as people type them, read exactly: no value passes through a floating-point number. */
import { bps, micro, microPerKwh, wh, type Bps, type Micro, type MicroPerKwh, type Wh } from '@/lib/domain/units/units'

/** Digits, and a fraction after a point. No grouping: 1,234 is a thousand to some readers and little more than one to others. */
const DECIMAL = /^(\d+)(?:\.(\d+))?$/
/** More digits than any quantity has; keeps a pasted book out of the arithmetic. */
const LONGEST = 40

const MICRO_SCALE = 6
const KILO_SCALE = 3
const PERCENT_SCALE = 2

/** A typed decimal as a count of 10^-scale units; null if it is none, or finer than one unit. Full-width digits count too. */
export function parseDecimal(text: string, scale: number): bigint | null {
  const typed = text.normalize('NFKC').trim()
  const [, whole, fraction = ''] = (typed.length <= LONGEST && DECIMAL.exec(typed)) || []
  if (whole === undefined || fraction.length > scale) return null
  return BigInt(whole + fraction.padEnd(scale, '0'))
}

/** ¥/kWh, up to six decimals. */
export function parsePrice(text: string): MicroPerKwh | null {
  return fitting(parseDecimal(text, MICRO_SCALE), microPerKwh)
}

/** ¥, up to six decimals. */
export function parseMoney(text: string): Micro | null {
  return fitting(parseDecimal(text, MICRO_SCALE), micro)
}

/** kWh, up to three decimals. */
export function parseKwh(text: string): Wh | null {
  return fitting(parseDecimal(text, KILO_SCALE), wh)
}

/** Per cent, up to two decimals: 95.25 is 9,525 basis points. */
export function parsePercent(text: string): Bps | null {
  return fitting(parseDecimal(text, PERCENT_SCALE), bps)
}

/** A whole number from zero to a limit. */
export function parseCount(text: string, most: number): number | null {
  const value = parseDecimal(text, 0)
  return value === null || value > BigInt(most) ? null : Number(value)
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
