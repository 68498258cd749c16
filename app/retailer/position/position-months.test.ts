import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import { NO_CLAUSE, NO_METER, type PurchaseTerms } from '@/lib/domain/purchases/terms'
import { bps, micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { positionMonths, type PositionFacts } from './position-months'

const everyMonth = (energy: bigint) => Array.from({ length: 12 }, () => wh(energy))
const terms: PurchaseTerms = {
  generator: '0x01',
  buyer: '0x02',
  grid: '0x03',
  deliveryMeterId: '0x04',
  useMeterId: NO_METER,
  region: 42,
  voltageClass: 2,
  model: 'RetailerLed',
  start: 200,
  periods: 2,
  agreed: everyMonth(1_000n),
  price: microPerKwh(600_000n),
  lower: bps(9_500n),
  deposit: micro(0n),
  deviation: NO_CLAUSE,
  generatorNonce: 0n,
  buyerNonce: 0n,
  gridNonce: 0n,
  expiry: 0,
}
const facts = (changes: Partial<PositionFacts> = {}): PositionFacts => ({
  periods: [100, 200, 300, 400].map((start) => ({ start, end: start + 100 })),
  agreements: [{ id: 'a', start: 200, contractedWh: everyMonth(1_200n), termPeriods: 2, endedAt: null }],
  bills: [],
  purchases: [{ id: 'p', terms }],
  deliveries: [],
  referencePrice: microPerKwh(650_000n),
  ...changes,
})
const delivery = {
  purchaseId: 'p',
  start: 200,
  delivered: wh(900n),
  payment: micro(540_000n),
  referencePrice: microPerKwh(700_000n),
}

describe('positionMonths', () => {
  it('has no months without sales and purchases', () => {
    expect(positionMonths(facts({ agreements: [], purchases: [] }))).toEqual([])
  })

  it('plans with contracted and agreed energy, for the months of the terms only', () => {
    const months = positionMonths(facts())
    expect(months.map(({ start }) => start)).toEqual([200, 300])
    expect(months[0]).toMatchObject({ sold: 1_200n, bought: 1_000n, missing: 200n, cost: 10_000n, settled: false })
  })

  it('takes settled figures where there are some', () => {
    const bills = [{ agreementId: 'a', start: 200, usedWh: registerValues([1_000n, 0n, 0n, 0n, 0n].map(wh)) }]
    const [settled, planned] = positionMonths(facts({ bills, deliveries: [delivery] }))
    expect(settled).toMatchObject({ sold: 1_000n, bought: 900n, missing: 100n, cost: 10_000n, settled: true })
    expect(planned?.settled).toBe(false)
  })

  it('calls a month settled only when both sides are', () => {
    expect(positionMonths(facts({ deliveries: [delivery] }))[0]?.settled).toBe(false)
  })

  it('stops counting an agreement that ended early', () => {
    const [agreement] = facts().agreements
    const months = positionMonths(facts({ agreements: [{ ...agreement!, endedAt: 300 }] }))
    expect(months.map(({ sold }) => sold)).toEqual([1_200n, 0n])
    expect(months[1]).toMatchObject({ left: 1_000n, cost: 600_000n })
  })
})
