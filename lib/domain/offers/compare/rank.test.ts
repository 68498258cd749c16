import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../units/seeded-random'
import { bps, micro, signedMicro, signedMicroPerKwh, watt, wh } from '../../units/units'
import { eligibility } from './eligibility'
import { ANYWHERE, idOf, madeOffer, NOW } from './compare.sample'
import type { OfferCost } from './offer-cost'
import { filteredCosts, headlineWarnings, sortedCosts } from './rank'

function cost(place: number, likely: bigint, headline: bigint, changes: Partial<OfferCost> = {}): OfferCost {
  const all = micro(likely)
  return {
    ...{ id: idOf(place), likely: all, low: all, high: all, at85: all, at100: all, at115: all },
    ...{ penalties: { excess: signedMicro(0n), shortfall: micro(0n) }, months: [], averagePrice: null },
    ...{
      headlinePrice: signedMicroPerKwh(headline),
      exitFee: micro(0n),
      greenShare: bps(0n),
      warnings: [],
      obstacles: [],
    },
    ...changes,
  }
}
const ids = (costs: readonly OfferCost[]) => costs.map(({ id }) => Number(id))

describe('sortedCosts', () => {
  it('keeps equal ones as they came, both ways, and puts what has no value last', () => {
    const costs = [cost(1, 20n, 1n), cost(2, 10n, 1n), cost(3, 20n, 1n), cost(4, 10n, 1n)]
    expect(ids(sortedCosts(costs, { by: 'likely' }))).toEqual([2, 4, 1, 3])
    expect(ids(sortedCosts(costs, { by: 'likely', descending: true }))).toEqual([1, 3, 2, 4])
    const priced = [
      cost(1, 1n, 1n),
      cost(2, 1n, 1n, { averagePrice: 5n as never }),
      cost(3, 1n, 1n, { averagePrice: 4n as never }),
    ]
    expect(ids(sortedCosts(priced, { by: 'averagePrice' }))).toEqual([3, 2, 1])
    expect(ids(sortedCosts(priced, { by: 'averagePrice', descending: true }))).toEqual([2, 3, 1])
    expect(ids(costs)).toEqual([1, 2, 3, 4])
  })
})

describe('headlineWarnings', () => {
  it('warns of an offer that is cheap by its headline and dear for this use', () => {
    const costs = [
      cost(1, 100n, 5n),
      cost(2, 104n, 6n),
      cost(3, 130n, 1n),
      cost(4, 104n, 4n),
      cost(5, 103n, 2n),
      cost(6, 140n, 9n),
    ]
    const warnings = headlineWarnings(costs)
    // By hand: of six, the cheapest third by headline are 3 and 5; by cost 3 is fifth, and 5 second and within a tenth.
    expect([...warnings.keys()].map(Number)).toEqual([3])
    expect(warnings.get(idOf(3))).toEqual({ name: 'CheapHeadline', headlineRank: 1, costRank: 5, of: 6, above: 30n })
  })

  it('warns where most are dear, and not of what cannot be taken', () => {
    const costs = [cost(1, 100n, 9n), cost(2, 111n, 1n), cost(3, 150n, 8n), cost(4, 150n, 7n)]
    expect([...headlineWarnings(costs).keys()].map(Number)).toEqual([2])
    const closed = costs.map((each) => ({ ...each, obstacles: [{ name: 'OfferIsWithdrawn' } as const] }))
    expect(headlineWarnings(closed).size).toBe(0)
    expect(headlineWarnings(costs.slice(0, 2)).size).toBe(0)
  })
})

describe('filteredCosts and obstacles', () => {
  it('keeps what is asked for', () => {
    const random = seededRandom(1n)
    const offers = [1, 2].map((place) => madeOffer(random, place))
    const byId = new Map(offers.map((offer) => [offer.id, offer]))
    const costs = [
      cost(1, 1n, 1n, { greenShare: bps(5_000n), obstacles: [{ name: 'OfferIsWithdrawn' }] }),
      cost(2, 2n, 2n, { exitFee: micro(7n) }),
    ]
    const kept = (filter: Parameters<typeof filteredCosts>[2]) => ids(filteredCosts(costs, byId, filter))
    expect(kept({})).toEqual([1, 2])
    expect(kept({ eligible: true })).toEqual([2])
    expect(kept({ greenAtLeast: bps(1n) })).toEqual([1])
    expect(kept({ exitFeeAtMost: micro(6n) })).toEqual([1])
    expect(kept({ termAtMost: 0 })).toEqual([])
    expect(kept({ retailers: [offers[0]?.offer.retailer.toUpperCase() ?? ''] })).toEqual([1, 2])
    expect(kept({ formulas: [] })).toEqual([])
  })

  it('names every reason at once, at its bound', () => {
    const offer = madeOffer(seededRandom(2n), 1)
    const { validFrom, validUntil } = offer.offer
    const contracted = Array.from({ length: 12 }, () => wh(768n))
    const at = (now: number, more = {}) => eligibility({ point: { ...ANYWHERE, ...more }, now, contracted })
    const names = (found: ReturnType<ReturnType<typeof at>>) => found.map(({ name }) => name)
    expect(names(at(NOW)(offer))).toEqual([])
    expect(names(at(validFrom - 1)(offer))).toEqual(['OfferNotYetValid'])
    expect(names(at(validUntil - 1)(offer))).toEqual([])
    expect(names(at(validUntil)(offer))).toEqual(['OfferExpired'])
    // By hand: 1 W for 32 days of 24 hours are 768 Wh, just what is agreed on.
    expect(names(at(NOW, { capacity: watt(1n) })(offer))).toEqual([])
    expect(names(at(NOW, { capacity: watt(0n) })(offer))).toEqual(['ContractedTooMuch'])
    const sold = { ...offer, sold: wh(1n), offer: { ...offer.offer, capacity: wh(768n * 12n) } }
    expect(names(at(NOW)(sold))).toEqual(['OfferSoldOut'])
    expect(names(at(NOW)({ ...sold, sold: wh(0n) }))).toEqual([])
    const closed = at(NOW, { region: 1, voltageClass: 1, customerClass: 'Household' })({ ...offer, withdrawn: true })
    expect(names(closed)).toEqual(['OfferOutOfReach', 'OfferOutOfReach', 'OfferOutOfReach', 'OfferIsWithdrawn'])
  })
})
