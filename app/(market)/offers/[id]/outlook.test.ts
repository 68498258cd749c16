import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS } from '@/lib/domain/units/hex'
import { microPerKwh, signedMicroPerKwh, wh, type Wh } from '@/lib/domain/units/units'
import { outlook, type OutlookFacts } from './outlook'

const five = (...values: bigint[]) => registerValues(values)
const table: TariffTable = {
  region: 42,
  voltageClass: 2,
  start: 0,
  end: 1,
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(660_000n),
  index: signedMicroPerKwh(384_470n),
  indexSeries: '0x00',
  grid: ZERO_ADDRESS,
  government: ZERO_ADDRESS,
  subsidyPool: ZERO_ADDRESS,
  components: [{ kind: 'Network', prices: registerValues(Array(5).fill(microPerKwh(126_300n))) }],
}
const flat: Pricing = { formula: 'Flat', params: { price: microPerKwh(384_470n) } }
const year = (energy: bigint): Wh[] => Array(12).fill(wh(energy))

function facts(changes: Partial<OutlookFacts> = {}): OutlookFacts {
  const mix = registerValues(five(1n, 2n, 3n, 2n, 1n).map(wh))
  return { offer: sampleOffer(), pricing: flat, table, contracted: year(100_000n), mix, ...changes }
}

describe('outlook', () => {
  it('prices a year used exactly as planned, network included', () => {
    const { yearly, asPlanned } = outlook(facts())
    expect(yearly).toBe(1_200_000n)
    expect(asPlanned).toBe(12n * 100n * (384_470n + 126_300n))
  })
  it('knows the penalty of using nothing: the lower edge of the band at the shortfall price', () =>
    expect(outlook(facts()).nothingUsed).toBe(12n * 95n * 20_000n))
  it('prices energy above the band at the reference price times the multiplier', () =>
    expect(outlook(facts()).excessPrice).toBe(717_074n))
  it('spreads time-of-use energy as the meter did', () => {
    const prices = registerValues([1_000_000n, 0n, 0n, 0n, 0n].map(microPerKwh))
    const mix = registerValues([1n, 0n, 0n, 0n, 3n].map(wh))
    const { asPlanned } = outlook(facts({ pricing: { formula: 'TimeOfUse', params: { prices } }, mix }))
    expect(asPlanned).toBe(12n * (25n * 1_000_000n + 100n * 126_300n))
  })
  it('says nothing about money nobody has published', () => {
    const { asPlanned, excessPrice } = outlook(facts({ table: null }))
    expect([asPlanned, excessPrice]).toEqual([null, null])
  })
})
