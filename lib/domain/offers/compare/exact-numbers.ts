/**
 * Whole numbers in doubles, exactly. A sum, difference or product of whole numbers is exact while it stays within ±2⁵³; and where
 * the true value does not, neither does the rounded one, because rounding keeps the order. So it is enough to look at what came out:
 * a computation none of whose results passed EXACT_LIMIT was exact, and any other is done again with bigints.
 */
import type { Micro } from '../../units/units'

/** Half of 2⁵³, so that two values below it can be added. */
export const EXACT_LIMIT = 2 ** 52

/**
 * a × b ÷ divisor, rounded down; a, b and the quotient at least 0 and below EXACT_LIMIT, divisor at least 1 and below it, and
 * a × b below 2¹⁰⁴.
 *
 * The quotient of two whole numbers that add up to less than 2⁵³ never rounds up to the next whole number: it is at least 1 ÷ divisor
 * below it, which is more than half a unit in its last place. So a product below EXACT_LIMIT is divided as it is. Above, the quotient
 * of the rounded product is off by at most one or two, and the exact remainder says by how many: products are taken apart into
 * their rounded value and its error (Dekker 1971), both of them whole.
 */
export function mulDivDownExact(a: number, b: number, divisor: number): number {
  const product = a * b
  let quotient = Math.floor(product / divisor)
  if (product < EXACT_LIMIT) return quotient
  let rest = remainderExact({ a, b, quotient, divisor })
  while (rest < 0) {
    quotient -= 1
    rest += divisor
  }
  while (rest >= divisor) {
    quotient += 1
    rest -= divisor
  }
  return quotient
}

/** a × b − quotient × divisor, for numbers as above and a quotient that is at most a few off. */
export function remainderExact({
  a,
  b,
  quotient,
  divisor,
}: Record<'a' | 'b' | 'quotient' | 'divisor', number>): number {
  const product = a * b
  const back = quotient * divisor
  // Both pairs are whole numbers of nearly the same size, so each difference is exact, and so is their small sum.
  return product - back + (productError(a, b, product) - productError(quotient, divisor, back))
}

const SPLITTER = 2 ** 27 + 1

/** a × b less its rounded value, exactly. */
function productError(a: number, b: number, product: number): number {
  const aWide = a * SPLITTER
  const bWide = b * SPLITTER
  const aHigh = aWide - (aWide - a)
  const bHigh = bWide - (bWide - b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

const NOTHING = 0n as Micro

/** A whole number of Micro that was checked to be one: at least 0 and below EXACT_LIMIT. */
export function moneyOf(value: number): Micro {
  return value === 0 ? NOTHING : (BigInt(value) as Micro)
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
const HIGH_WORD = 2 ** 32

/** 64-bit values as numbers, without making a bigint of each; beyond 2⁵³ they are rounded. */
export function numbersOf(values: BigUint64Array | BigInt64Array): Float64Array {
  if (!IS_LITTLE_ENDIAN) return Float64Array.from(values, Number)
  const words = values.length * 2
  const low = new Uint32Array(values.buffer, values.byteOffset, words)
  const isSigned = values instanceof BigInt64Array
  const high = isSigned ? new Int32Array(values.buffer, values.byteOffset, words) : low
  const numbers = new Float64Array(values.length)
  for (let index = 0, word = 0; index < numbers.length; index++, word += 2)
    numbers[index] = (high[word + 1] ?? 0) * HIGH_WORD + (low[word] ?? 0)
  return numbers
}
