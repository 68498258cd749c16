import { describe, expect, it } from 'vitest'
import { wh, type Wh } from '@/lib/domain/units/units'
import { contractedProfile } from './contracted-energy'

const year = (...months: number[]): Wh[] => months.map((energy) => wh(BigInt(energy)))
const even = year(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10)
const winter = year(40, 20, 0, 0, 0, 0, 0, 0, 0, 0, 20, 40)
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)

describe('contracted energy', () => {
  it('spreads the year by the shares of the one other consumer', () => {
    expect(contractedProfile([year(...Array<number>(12).fill(100)), winter], 0)).toEqual([
      400n,
      200n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      200n,
      400n,
    ])
  })

  it('averages shares, not energy: a small consumer counts as much as a large one', () => {
    const large = even.map((energy) => wh(energy * 1_000_000n))
    const profile = contractedProfile([year(1_200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1_200), large, winter], 0)
    // January: half of (1/12 + 1/3); June: half of (1/12 + 0).
    expect([profile[0], profile[5]]).toEqual([500n, 100n])
    expect(sum(profile)).toBe(2_400n)
  })

  it('never uses the consumer’s own months', () => {
    const consumers = [winter, even, even]
    const flipped = [[...winter].reverse(), even, even]
    expect(contractedProfile(consumers, 0)).toEqual(contractedProfile(flipped, 0))
  })

  it('gives the last month what rounding leaves, so the year is exact', () => {
    const profile = contractedProfile([year(100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), even], 0)
    expect(profile.slice(0, 11)).toEqual(Array<bigint>(11).fill(8n))
    expect(profile[11]).toBe(13n)
  })

  it('adds up to the year for every consumer of a large and uneven kind', () => {
    const consumers = Array.from({ length: 12 }, (_, consumer) =>
      Array.from({ length: 12 }, (_, month) => wh(BigInt((consumer + 1) ** 5 * (month * 7919 + 104_729)) * 1_000n)),
    )
    for (const [index, months] of consumers.entries()) {
      const profile = contractedProfile(consumers, index)
      expect(sum(profile)).toBe(sum(months))
      expect(profile.every((energy) => energy >= 0n)).toBe(true)
    }
  })

  it('leaves out others that used nothing', () => {
    const idle = year(...Array<number>(12).fill(0))
    expect(contractedProfile([winter, even, idle], 0)).toEqual(contractedProfile([winter, even], 0))
  })

  it('refuses a consumer with no others, an unknown one and a year of eleven months', () => {
    expect(() => contractedProfile([even], 0)).toThrow('no other consumer')
    expect(() => contractedProfile([even, winter], 2)).toThrow('no consumer 2')
    expect(() => contractedProfile([even, winter.slice(1)], 0)).toThrow('twelve monthly totals')
  })
})
