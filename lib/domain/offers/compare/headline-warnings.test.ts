import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../units/seeded-random'
import { bps, micro, signedMicro, signedMicroPerKwh, watt, wh } from '../../units/units'
import { eligibility } from './eligibility'
import { ANYWHERE, idOf, madeOffer, NOW } from './compare.sample'
import type { OfferCost } from './offer-cost'
import { headlineWarnings } from './headline-warnings'

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

describe('eligibility', () => {
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
