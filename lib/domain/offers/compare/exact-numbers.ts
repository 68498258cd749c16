/**
 * Whole numbers in doubles, exactly. A sum, difference or product of whole numbers is exact while it stays within ±2⁵³; and where
 * the true value does not, neither does the rounded one, because rounding keeps the order. So it is enough to look at what came out:
 * a computation none of whose results passed EXACT_LIMIT was exact, and any other is done again with bigints.
 */

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
  const back = quotient * divisor
  // Both pairs are whole numbers of nearly the same size, so each difference is exact, and so is their small sum.
  let rest = product - back + (productError(a, b, product) - productError(quotient, divisor, back))
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

const SPLITTER = 2 ** 27 + 1

/** a × b less its rounded value, exactly. */
function productError(a: number, b: number, product: number): number {
  const [aWide, bWide] = [a * SPLITTER, b * SPLITTER]
  const aHigh = aWide - (aWide - a)
  const bHigh = bWide - (bWide - b)
  const [aLow, bLow] = [a - aHigh, b - bHigh]
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}
