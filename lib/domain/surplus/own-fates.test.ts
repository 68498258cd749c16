import { describe, expect, it } from 'vitest'
import { seededRandom } from '../units/seeded-random'
import { wh } from '../units/units'
import { addedFates, FATE_COLUMNS, type AddedFates } from './own-fates'

const period = (fates: AddedFates) => ({ start: 0, region: 42, ...fates })

describe('fates of one owner', () => {
  it('are added column by column', () => {
    const none = { received: wh(0n), listed: wh(0n), returned: wh(0n), redeemed: wh(0n), given: wh(0n) }
    const january = { ...none, exported: wh(10_000n), held: wh(6_000n), sold: wh(3_999n), stored: wh(1n) }
    const gift = { ...none, exported: wh(0n), received: wh(499n), held: wh(99n), sold: wh(0n), stored: wh(400n) }
    expect(addedFates([period(january), period(gift)])).toEqual({
      ...none,
      ...{ exported: 10_000n, received: 499n, held: 6_099n, sold: 3_999n, stored: 401n },
    })
    expect(addedFates([]).exported).toBe(0n)
  })

  it('P9: add up to what was exported and received, in every period and in all of them', () => {
    const random = seededRandom(71n)
    for (let round = 0; round < 200; round++) {
      const periods = Array.from({ length: 4 }, () => drawn((limit) => random.below(limit)))
      const all = addedFates(periods)
      expect([...periods, all].map(missing)).toEqual([0n, 0n, 0n, 0n, 0n])
      expect(all.exported).toBe(periods.reduce<bigint>((total, { exported }) => total + exported, 0n))
    }
  })
})

/** A period in which every Wh that came went one way: each is thrown into one of the ways by itself. */
function drawn(below: (limit: bigint) => bigint) {
  const [exported, received] = [below(50n), below(10n)]
  const went = { held: 0n, listed: 0n, sold: 0n, stored: 0n, returned: 0n, redeemed: 0n, given: 0n }
  const ways = Object.keys(went) as (keyof typeof went)[]
  for (let one = 0n; one < exported + received; one++) went[ways[Number(below(BigInt(ways.length)))]!]++
  return period({ exported, received, ...went } as AddedFates)
}

function missing(fates: AddedFates): bigint {
  return FATE_COLUMNS.reduce<bigint>((left, column) => left - fates[column], fates.exported + fates.received)
}
