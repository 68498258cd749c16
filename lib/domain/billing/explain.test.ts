import { describe, expect, it } from 'vitest'
import { registerValues, sumWh } from '../metering/register-values'
import { determinantsOf } from '../offers/determinants'
import { costOf, pricingOf, type Pricing } from '../offers/formulas/registry'
import { sampleOffer } from '../offers/offer.sample'
import type { Component } from '../tariffs/table'
import { microPerKwh, signedMicroPerKwh, watt, wh } from '../units/units'
import { draft } from './bill'
import { explain, type BilledMonth } from './explain'

const timeOfUse: Pricing = {
  formula: 'TimeOfUse',
  params: { prices: registerValues([1_080_000n, 900_000n, 620_000n, 330_000n, 210_000n].map(microPerKwh)) },
}
const flat: Pricing = { formula: 'Flat', params: { price: microPerKwh(384_470n) } }
const network: Component = {
  kind: 'Network',
  prices: registerValues([180_000n, 150_000n, 126_300n, 80_000n, 60_000n].map(microPerKwh)),
}
const fund: Component = { kind: 'GovernmentFund', prices: registerValues(Array(5).fill(microPerKwh(45_200n))) }

const published = {
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(660_000n),
  index: signedMicroPerKwh(384_470n),
  start: 0,
  end: 31 * 86_400,
}

function month(changes: Partial<BilledMonth> & { energy?: bigint[] }): BilledMonth {
  const { energy = [20_000n, 30_000n, 0n, 40_000n, 22_000n], ...others } = changes
  return {
    offer: sampleOffer(),
    pricing: timeOfUse,
    table: { ...published, components: [network, fund] },
    contracted: wh(100_000n),
    registers: registerValues(energy.map(wh)),
    ...others,
  }
}

function explained(given: BilledMonth) {
  const cost = costOf(given.pricing, determinantsOf(given, given.offer.deviation, given.table))
  return explain(given, draft(given.offer, given.table, { ...given, cost }).lines)
}

describe('explain', () => {
  it('names the formula, the registers with energy and the band behind the energy line', () => {
    const [energy] = explained(month({}))
    expect(energy).toMatchObject({ kind: 'Energy', formula: 'TimeOfUse', singlePrice: null, quantity: 105_000n })
    expect(energy?.facts).toEqual({ contracted: 100_000n, used: 112_000n, upper: 105_000n, direct: 105_000n })
    expect(energy?.rows).toEqual([
      { what: 'sharp', energy: 20_000n, price: 1_080_000n, cost: 21_600_000_000n },
      { what: 'peak', energy: 30_000n, price: 900_000n, cost: 27_000_000_000n },
      { what: 'valley', energy: 40_000n, price: 330_000n, cost: 13_200_000_000n },
      { what: 'deepValley', energy: 22_000n, price: 210_000n, cost: 4_620_000_000n },
    ])
  })

  it('gives a flat offer its one price', () => {
    expect(explained(month({ pricing: flat }))[0]).toMatchObject({ formula: 'Flat', singlePrice: 384_470n, rows: [] })
  })

  it('lists the registers of a floating component and the price of one that does not float', () => {
    const [, floating, single] = explained(month({}))
    expect(floating).toMatchObject({ kind: 'Network', singlePrice: null, facts: { used: 112_000n, direct: 105_000n } })
    expect(floating?.rows).toHaveLength(4)
    expect(single).toMatchObject({ kind: 'GovernmentFund', singlePrice: 45_200n, rows: [] })
  })

  it('says why there is excess', () => {
    const excess = explained(month({})).at(-1)
    expect(excess).toMatchObject({ kind: 'Excess', quantity: 7_000n, singlePrice: 651_886n, formula: null })
    expect(excess?.facts).toEqual({ contracted: 100_000n, used: 112_000n, upper: 105_000n, excessRatio: 11_000n })
  })

  it('says why there is a penalty, also when nothing was used', () => {
    const lines = explained(month({ energy: [0n, 0n, 0n, 0n, 0n] }))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ kind: 'ShortfallPenalty', quantity: 95_000n, singlePrice: 20_000n })
    expect(lines[0]?.facts).toEqual({ contracted: 100_000n, used: 0n, lower: 95_000n })
  })

  it("says what the retailer's fee took out of the grid's energy line", () => {
    const offer = sampleOffer({ model: 'GridLed', serviceFee: microPerKwh(12_000n) })
    const [energy, fee] = explained(month({ offer, pricing: flat }))
    expect(energy?.facts.serviceFee).toBe(fee?.amount)
    expect(fee).toMatchObject({
      kind: 'ServiceFee',
      payee: 'Seller',
      singlePrice: 12_000n,
      facts: { direct: 105_000n },
    })
  })

  it('never says that the fee was more than the energy line', () => {
    const offer = sampleOffer({ model: 'GridLed', serviceFee: microPerKwh(12_000n) })
    const cheap: Pricing = { formula: 'Flat', params: { price: microPerKwh(5_000n) } }
    const [energy, fee] = explained(month({ offer, pricing: cheap }))
    expect([energy?.amount, energy?.facts.serviceFee]).toEqual([0n, fee?.amount])
  })

  it('prices rows that add up to the cost of the formula', () => {
    const given = month({})
    const rows = explained(given)[0]?.rows ?? []
    const cost = costOf(given.pricing, determinantsOf(given, given.offer.deviation, given.table))
    expect(rows.reduce((sum, row) => sum + row.cost, 0n)).toBe(cost)
    expect(rows.reduce((sum, row) => sum + (row.energy ?? 0n), 0n)).toBe(sumWh(given.registers))
  })

  it('says what the cap on the average price took off, and nothing where it took nothing', () => {
    const under = (cap: bigint) =>
      explained(month({ pricing: flat, offer: sampleOffer({ priceCap: microPerKwh(cap) }) }))[0]
    expect(under(384_470n)).toMatchObject({ singlePrice: 384_470n, rows: [] })
    const capped = under(384_469n)
    expect(capped?.singlePrice).toBeNull()
    expect(capped?.rows.at(-1)).toEqual({ what: 'priceCap', price: 384_469n, cost: -112_000n })
    expect(capped?.amount).toBe((105_000n * 384_469n) / 1_000n)
  })

  it('counts the highest demand of the month', () => {
    const pricing = pricingOf('Demand', { prices: Array(5).fill(0n), demandPrice: 42_000_000n, basis: 'MaxDemand' })
    const given = month({ pricing, maxDemand: watt(320_000n) })
    const [energy] = explained(given)
    expect(energy?.rows.at(-1)).toEqual({
      what: 'maxDemand',
      power: 320_000n,
      price: 42_000_000n,
      cost: 13_440_000_000_000n,
    })
  })

  it('refuses lines that the tariff table does not have', () => {
    const given = month({})
    const lines = explained(given)
    const bare = { ...given, table: { ...given.table, components: [] } }
    expect(() => explain(bare, lines)).toThrow(RangeError)
  })
})
