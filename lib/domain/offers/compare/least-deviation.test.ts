import { describe, expect, it } from 'vitest'
import { split } from '../../billing/deviation'
import { seededRandom } from '../../units/seeded-random'
import { bps, microPerKwh, wh } from '../../units/units'
import { leastDeviation, type Game } from './least-deviation'

/** The definition, over a common denominator of its own: the product of all uses. */
function costAt(contracted: bigint, { outcomes, lower, upper, shortfall }: Game): bigint {
  const all = outcomes.reduce((product, { used }) => product * (used === 0n ? 1n : used), 1n)
  return outcomes.reduce((sum, { used, premium }) => {
    const parts = split(wh(contracted), used, { lower, upper })
    const excess = used === 0n ? 0n : (parts.excess * premium * all) / used
    return sum + excess + parts.shortfall * shortfall * 10_000n * all
  }, 0n)
}

describe('leastDeviation', () => {
  it('finds what trying every contracted energy finds', () => {
    const random = seededRandom(3n)
    for (let round = 0; round < 300; round++) {
      const outcomes = Array.from({ length: Number(random.between(1n, 5n)) }, () => {
        const used = wh(random.below(1_200n))
        // Below zero in some: then energy above the band is the cheaper one, and the cost is not convex.
        return { used, premium: used * random.between(-300_000n, 900_000n) * random.between(0n, 2n) }
      })
      const game: Game = {
        ...{ outcomes, step: wh(random.pick([1n, 1n, 7n, 10n])), most: random.pick([null, null, 600n]) },
        lower: bps(random.pick([0n, 7_513n, 9_000n, 9_500n, 10_000n])),
        upper: bps(random.pick([10_000n, 10_487n, 10_500n, 12_500n])),
        shortfall: microPerKwh(random.pick([0n, 5n, 20n, 60n])),
      }
      const chosen = leastDeviation(game)
      const found = costAt(chosen.contracted, game)
      expect(chosen.contracted % game.step).toBe(0n)
      for (let contracted = 0n; contracted <= (game.most ?? 1_800n); contracted += game.step) {
        if (costAt(contracted, game) < found) expect.fail(`${contracted} is better than ${chosen.contracted}`)
      }
    }
  })

  it('balances the two sides as the newsvendor does', () => {
    // By hand: uses of 1 to 99 kWh, no band. From 74 to 75 kWh saves 30 in 25 scenarios and costs 10 in 74; from 75 to 76 it saves
    // 30 in 24 and costs 10 in 75. Three of four lie below, as 30 ÷ (30 + 10) says.
    const outcomes = Array.from({ length: 99 }, (_, index) => {
      const used = wh(BigInt(index + 1) * 1_000n)
      return { used, premium: used * 30n * 10_000n }
    })
    const edges = { lower: bps(10_000n), upper: bps(10_000n), step: wh(1_000n), most: null }
    const { contracted } = leastDeviation({ outcomes, shortfall: microPerKwh(10n), ...edges })
    expect(contracted).toBe(75_000n)
  })

  it('takes the middle where nothing costs anything', () => {
    const outcomes = [990_000n, 1_010_000n].map((used) => ({ used: wh(used), premium: used * 100n }))
    const edges = { lower: bps(9_000n), upper: bps(11_000n), step: wh(1_000n), most: null }
    expect(leastDeviation({ outcomes, shortfall: microPerKwh(20_000n), ...edges }).contracted).toBe(1_000_000n)
  })
})
