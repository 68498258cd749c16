/** Exact amounts as whole watt-hours that add up. */
import { wh, type Wh } from '../units/units'

/**
 * Each amount is numerator ÷ denominator. What is left of one counts in the next, as a register that counts whole Wh would
 * advance: together they lose less than one Wh.
 */
export function wholeParts(numerators: readonly bigint[], denominator: bigint): Wh[] {
  let rest = 0n
  return numerators.map((numerator) => {
    rest += numerator
    const whole = rest / denominator
    rest %= denominator
    return wh(whole)
  })
}

/**
 * A total in proportion to weights, by largest remainder; the earlier part is served first among equals. No Wh is lost.
 * Weights of nothing but zeros are equal weights. Not for no weights at all.
 */
export function shareOut(total: Wh, weights: readonly Wh[]): Wh[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n)
  const [shares, whole] = sum === 0n ? [weights.map(() => 1n), BigInt(weights.length)] : [weights, sum]
  const parts = shares.map((share) => (total * share) / whole)
  const left = total - parts.reduce((all, part) => all + part, 0n)
  const remainders = shares.map((share, index) => ({ index, remainder: (total * share) % whole }))
  // The sort keeps the order of equals.
  remainders.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of remainders.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n
  return parts.map(wh)
}
