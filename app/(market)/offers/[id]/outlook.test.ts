import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS } from '@/lib/domain/units/hex'
import { microPerKw, microPerKwh, signedMicroPerKwh, watt, wh, type Watt, type Wh } from '@/lib/domain/units/units'
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
  const power = { maxDemand: Array<Watt>(12).fill(watt(0n)), capacity: watt(0n) }
  return { offer: sampleOffer(), pricing: flat, table, contracted: year(100_000n), mix, ...power, ...changes }
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
  it('includes the demand charge of each month, from the highest demand expected in it', () => {
    const prices = registerValues(Array(5).fill(microPerKwh(300_000n)))
    const params = { prices, demandPrice: microPerKw(40_000_000n), basis: 'MaxDemand' } as const
    const maxDemand = Array.from({ length: 12 }, (_, month) => watt(month < 6 ? 150_000n : 200_500n))
    const view = outlook(facts({ pricing: { formula: 'Demand', params }, maxDemand }))
    // 100 kWh a month at 0.3 and 0.1263; six months of 150 kW and six of 200.5 kW at 40.
    expect(view.asPlanned).toBe(12n * 100n * 426_300n + 6n * (150n + 200n) * 40_000_000n + 6n * 20_000_000n)
    // Without use there is no demand: only the penalties.
    expect(view.nothingUsed).toBe(12n * 95n * 20_000n)
  })
  it('counts a charge for capacity even where nothing is used', () => {
    const prices = registerValues(Array(5).fill(microPerKwh(300_000n)))
    const params = { prices, demandPrice: microPerKw(28_000_000n), basis: 'Capacity' } as const
    const view = outlook(facts({ pricing: { formula: 'Demand', params }, capacity: watt(315_000n) }))
    expect(view.asPlanned).toBe(12n * (100n * 426_300n + 315n * 28_000_000n))
    expect(view.nothingUsed).toBe(12n * (95n * 20_000n + 315n * 28_000_000n))
  })
  it('counts a penalty for using 15 % less, and the price above the band for 15 % more', () => {
    const { less, more } = outlook(facts())
    // 85 kWh at 0.51077 and 10 kWh short at 0.02; 105 kWh at 0.51077 and 10 kWh above at 0.7170746, a month.
    expect(less).toBe(12n * (85n * 510_770n + 10n * 20_000n))
    expect(more).toBe(12n * (105n * 510_770n + 7_170_746n))
  })
  it('closes the year where the band holds for the year', () => {
    const offer = sampleOffer({ deviation: { ruleBasis: 'Annual' } })
    const view = outlook(facts({ offer }))
    // 1,200 kWh planned: 1,140 is the lower edge, 1,260 the upper.
    expect(view.asPlanned).toBe(1_200n * 510_770n)
    expect(view.nothingUsed).toBe(1_140n * 20_000n)
    expect(view.less).toBe(1_020n * 510_770n + 120n * 20_000n)
    // 120 kWh above were charged at 0.51077 and cost 0.7170746.
    expect(view.more).toBe(1_380n * 510_770n + 120n * 206_304n + 72n)
  })
  it('says nothing about money nobody has published', () => {
    const { asPlanned, less, more, excessPrice, nothingUsed } = outlook(facts({ table: null }))
    expect([asPlanned, less, more, excessPrice]).toEqual([null, null, null, null])
    expect(nothingUsed).toBe(12n * 95n * 20_000n)
  })
})
