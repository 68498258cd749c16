import { describe, expect, it } from 'vitest'
import type { Hex } from '../units/hex'
import { seededRandom } from '../units/seeded-random'
import { nthById } from './nth-by-id'
import { nthLeast } from './nth-least'

const MANY = 10_000

describe('nthLeast', () => {
  it.each([1, 3, 1_000, 4_096, 2 ** 52])('is what sorting finds, for few and many numbers below %i', (limit) => {
    const random = seededRandom(5n)
    const number = () => Number(random.below(BigInt(limit)))
    for (const count of [1, 2, 9, MANY]) {
      const values = Float64Array.from({ length: count }, number)
      const sorted = [...values].sort((a, b) => a - b)
      for (const nth of [1, Math.ceil(count / 3), count]) expect(nthLeast(values, nth, limit)).toBe(sorted[nth - 1])
    }
  })

  it('finds the greatest next to the limit, which rounding would put beyond the last range', () => {
    const limit = 2 ** 52 - 3
    const values = Float64Array.from({ length: MANY }, (_, place) => limit - 1 - (place % 3))
    expect([1, MANY].map((nth) => nthLeast(values, nth, limit))).toEqual([limit - 3, limit - 1])
  })

  it('refuses a place that is not there', () => {
    expect(() => nthLeast(Float64Array.of(1), 2, 3)).toThrow('no number 2 among 1')
  })
})

describe('nthById', () => {
  const id = (head: bigint, tail: bigint): Hex =>
    `0x${head.toString(16).padStart(13, '0')}${tail.toString(16).padStart(51, '0')}`

  it('compares whole ids where their first digits are alike, and rows where all are', () => {
    const ids = [id(7n, 1n), id(5n, 9n), id(5n, 2n), id(5n, 9n), id(6n, 0n), id(5n, 8n)]
    const order = [1, 2, 3, 4, 5, 6].map((nth) => nthById([5, 4, 3, 2, 1, 0], nth, (row) => ids[row]!).index)
    expect(order).toEqual([2, 5, 1, 3, 4, 0])
  })

  it('is what sorting finds among many ids in any case of their digits', () => {
    const random = seededRandom(6n)
    const ids = Array.from({ length: MANY }, () => id(random.below(3_000n), random.below(1n << 90n)))
    const mixed = ids.map((each, row) => (row % 2 ? (each.toUpperCase().replace('X', 'x') as Hex) : each))
    const sorted = [...ids].sort()
    const rows = ids.map((_, row) => row)
    for (const nth of [1, 4_321, MANY]) expect(nthById(rows, nth, (row) => mixed[row]!).id).toBe(sorted[nth - 1])
  })
})
