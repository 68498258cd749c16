import { describe, expect, it } from 'vitest'
import { seededRandom, type SeededRandom } from '../../units/seeded-random'
import { EXACT_LIMIT, mulDivDownExact, numbersOf } from './exact-numbers'

const LIMIT = BigInt(EXACT_LIMIT)

/** Small, large and next to a power of two. */
function number(random: SeededRandom, below: bigint): bigint {
  const bits = random.between(0n, 52n)
  const near = (1n << bits) + random.between(-2n, 2n)
  const value = random.pick([random.below(1n << bits), near, below - 1n - random.below(3n)])
  return value < 0n ? 0n : value >= below ? below - 1n : value
}

describe('mulDivDownExact', () => {
  it('is the quotient of bigints for any product', () => {
    const random = seededRandom(9n)
    let wide = 0
    for (let round = 0; round < 40_000; round++) {
      const [a, b] = [number(random, LIMIT), number(random, LIMIT)]
      const divisor = number(random, LIMIT) + 1n
      const quotient = (a * b) / divisor
      if (quotient >= LIMIT || divisor >= LIMIT) continue
      if (a * b >= LIMIT) wide += 1
      const found = mulDivDownExact(Number(a), Number(b), Number(divisor))
      if (BigInt(found) !== quotient) expect.fail(`${a} × ${b} ÷ ${divisor} is ${quotient}, not ${found}`)
    }
    expect(wide).toBeGreaterThan(2_000)
  })

  it('is right one below and at every multiple', () => {
    const random = seededRandom(10n)
    for (let round = 0; round < 10_000; round++) {
      const divisor = random.between(1n, 1n << 40n)
      const quotient = random.between(1n, LIMIT / divisor)
      for (const product of [quotient * divisor - 1n, quotient * divisor]) {
        if (product >= LIMIT) continue
        const found = mulDivDownExact(Number(product), 1, Number(divisor))
        if (BigInt(found) !== product / divisor) expect.fail(`${product} ÷ ${divisor} is not ${found}`)
      }
    }
  })

  it('would be wrong without the remainder', () => {
    const [a, divisor] = [94_906_267, 94_906_265]
    const exact = (BigInt(a) * BigInt(a)) / BigInt(divisor)
    expect(BigInt(mulDivDownExact(a, a, divisor))).toBe(exact)
    const [x, y, z] = [4_503_599_627_370_495, 4_503_599_627_370_493, 4_503_599_627_370_494]
    expect(BigInt(mulDivDownExact(x, y, z))).toBe((BigInt(x) * BigInt(y)) / BigInt(z))
    expect(Math.floor((x * y) / z)).not.toBe(Number((BigInt(x) * BigInt(y)) / BigInt(z)))
  })
})

describe('numbersOf', () => {
  it('reads 64-bit values of either sign', () => {
    const signed = [0n, 1n, -1n, 4_294_967_296n, -4_294_967_297n, 9_007_199_254_740_991n, -9_007_199_254_740_991n]
    expect([...numbersOf(BigInt64Array.from(signed))]).toEqual(signed.map(Number))
    const natural = [0n, 4_294_967_295n, 4_294_967_296n, 9_007_199_254_740_991n]
    expect([...numbersOf(BigUint64Array.from(natural).subarray(1))]).toEqual(natural.slice(1).map(Number))
  })
})
