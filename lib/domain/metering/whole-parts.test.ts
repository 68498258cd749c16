import { describe, expect, it } from 'vitest'
import { seededRandom } from '../units/seeded-random'
import { wh } from '../units/units'
import { shareOut, wholeParts } from './whole-parts'

const parts = (total: number, weights: number[]) =>
  shareOut(
    wh(BigInt(total)),
    weights.map((weight) => wh(BigInt(weight))),
  ).map(Number)

describe('whole parts', () => {
  it('carries what is left of one into the next', () => {
    expect(wholeParts([1n, 1n, 1n, 1n], 3n).map(Number)).toEqual([0, 0, 1, 0])
    expect(wholeParts([21n, 14n, 7n], 4n).map(Number)).toEqual([5, 3, 2])
  })
})

describe('a total shared out', () => {
  it('gives what is left to the largest remainders, the earlier first', () => {
    // 14 2/7, 28 4/7 and 57 1/7.
    expect(parts(100, [1, 2, 4])).toEqual([14, 29, 57])
    expect(parts(11, [1, 1, 1])).toEqual([4, 4, 3])
    expect(parts(0, [3, 5])).toEqual([0, 0])
  })

  it('is even where nothing was expected', () => {
    expect(parts(5, [0, 0])).toEqual([3, 2])
    expect(parts(5, [0, 1])).toEqual([0, 5])
  })

  it('P10: never loses a Wh, and no part is further than one from its due', () => {
    const random = seededRandom(20n)
    for (let run = 0; run < 500; run++) {
      const weights = Array.from({ length: Number(random.between(1n, 100n)) }, () => wh(random.below(10_000n)))
      const total = wh(random.below(10_000_000n))
      const shares = shareOut(total, weights)
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total)
      const sum = weights.reduce((all, weight) => all + weight, 0n)
      if (sum === 0n) continue
      for (const [index, share] of shares.entries()) {
        const off = share * sum - total * weights[index]!
        expect(off < sum && off > -sum).toBe(true)
      }
    }
  })
})
