import { describe, expect, it } from 'vitest'
import { seededRandom } from '../units/seeded-random'
import { wh } from '../units/units'
import { allFates, FATES, fatesOf, type Fates } from './fates'

describe('fates', () => {
  it('say where each Wh went, and what is still free', () => {
    const movements = [
      { fate: 'sold', energy: wh(400n) },
      { fate: 'stored', energy: wh(250n) },
      { fate: 'sold', energy: wh(1n) },
      { fate: 'redeemed', energy: wh(49n) },
    ] as const
    expect(fatesOf(wh(1_000n), wh(200n), movements)).toEqual({
      exported: 1_000n,
      listed: 200n,
      free: 100n,
      sold: 401n,
      stored: 250n,
      returned: 0n,
      redeemed: 49n,
    })
  })

  it('refuse a Wh that would have two', () => {
    const movements = [{ fate: 'returned', energy: wh(900n) }] as const
    expect(() => fatesOf(wh(1_000n), wh(101n), movements)).toThrow('1001 Wh have a fate, and 1000 Wh were exported')
    expect(fatesOf(wh(1_000n), wh(100n), movements).free).toBe(0n)
  })

  it('P9: add up to the export in every period and in all of them', () => {
    const random = seededRandom(71n)
    const added = ({ listed, free, ...rest }: Fates) =>
      FATES.reduce<bigint>((total, fate) => total + rest[fate], listed + free)
    for (let round = 0; round < 1_000; round++) {
      const periods = Array.from({ length: 4 }, () => {
        const movements = Array.from({ length: 5 }, () => ({
          fate: random.pick(FATES),
          energy: wh(random.below(200n)),
        }))
        return fatesOf(wh(1_000n + random.below(50n)), wh(random.below(5n)), movements)
      })
      const all = allFates(periods)
      expect([...periods, all].every((each) => added(each) === each.exported)).toBe(true)
      expect(all.exported).toBe(periods.reduce<bigint>((total, { exported }) => total + exported, 0n))
    }
  })
})
