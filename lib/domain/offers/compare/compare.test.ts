import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../units/seeded-random'
import { compareOffers } from './compare'
import { ANYWHERE, madeIndex, madeMarket, madeOffer, madeRun, NOW } from './compare.sample'
import { historyOfRun } from './use-history'

describe('compareOffers', () => {
  it('orders low, likely and high, and adds months up', () => {
    const random = seededRandom(1n)
    const span = { first: { year: 2025, month: 1 }, months: 12, timeZone: 'Europe/London' }
    const run = madeRun(random, { ...span, minutes: 30, mostWh: 900n })
    const market = madeMarket(random, { ...span, index: madeIndex(random, run) })
    const use = historyOfRun(run, market)
    const offers = Array.from({ length: 40 }, (_, place) => madeOffer(random, place))
    const { costs, unpriced } = compareOffers(offers, { use, market, point: ANYWHERE, now: NOW })
    expect(unpriced).toEqual([])
    for (const cost of costs) {
      expect(cost.low).toBeLessThanOrEqual(cost.likely)
      expect(cost.likely).toBeLessThanOrEqual(cost.high)
      expect(cost.months.reduce<bigint>((sum, { total }) => sum + total, 0n)).toBe(cost.at100)
    }
  })
})
