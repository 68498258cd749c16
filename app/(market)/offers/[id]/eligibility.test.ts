import { describe, expect, it } from 'vitest'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import { obstacleOf } from './eligibility'

const offer = sampleOffer()
const point = { region: offer.region, voltageClass: offer.voltageClass, customerClass: offer.customerClass }

describe('obstacleOf', () => {
  it('finds none for a free meter the offer is made for', () => expect(obstacleOf(offer, point, false)).toBeNull())
  it('names what stands in the way', () => {
    expect(obstacleOf(offer, { ...point, customerClass: 'Household' }, false)).toBe('customerClass')
    expect(obstacleOf(offer, { ...point, region: 31 }, false)).toBe('region')
    expect(obstacleOf(offer, { ...point, voltageClass: 0 }, false)).toBe('voltageClass')
  })
  it('names the present supplier before anything else', () =>
    expect(obstacleOf(offer, { ...point, region: 31 }, true)).toBe('supplied'))
})
