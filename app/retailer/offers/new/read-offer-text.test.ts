import { describe, expect, it } from 'vitest'
import { sumWh } from '@/lib/domain/metering/register-values'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { microPerKwh, signedMicroPerKwh, wh } from '@/lib/domain/units/units'
import { emptyOffer, parseOfferText, type OfferText } from './offer-text'
import { readOfferText, type PublishFacts } from './read-offer-text'
import { tierKeysOf } from './read-params'
import { usualArea } from './supply-area'
import { withTierRows } from './tier-rows'
import { evenMonth } from './typical-month'

/** Of all contracts only the formulas matter here. */
const contracts = Object.fromEntries(
  FORMULA_NAMES.map((name, index) => [`${name}Formula`, `0x${(index + 1).toString(16).padStart(40, '0')}`]),
) as Partial<PublishFacts['contracts']> as PublishFacts['contracts']
const published = {
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(700_000n),
  index: signedMicroPerKwh(384_470n),
}
const areas = [
  { region: 42, voltageClass: 0, ...published },
  { region: 42, voltageClass: 2, ...published },
]
const facts: PublishFacts = {
  retailer: '0x00000000000000000000000000000000000000a1',
  contracts,
  areas,
  timeZone: 'Asia/Shanghai',
  now: Date.parse('2026-11-23T09:00:00+08:00') / 1000,
}
const empty = emptyOffer({ area: '42-2', validUntil: '2027-11-30' })
const complete: OfferText = { ...empty, name: ' Steady  Business ', params: { 'params.Flat.price': '0.379' } }
const typed = (path: string, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [`params.${path}.${name}`, text]))
const read = (changes: Partial<OfferText>) => readOfferText({ ...complete, ...changes }, facts)

describe('readOfferText', () => {
  it('makes an offer of what was typed, to the unit', () => {
    const { ready, faults, pricing } = read({ exitFee: '5000', green: '20.5', capacity: '1200000.001' })
    expect(faults).toEqual({})
    expect(pricing).toEqual({ formula: 'Flat', params: { price: 379_000n } })
    expect(ready?.name).toBe('Steady Business')
    expect(ready?.offer).toMatchObject({
      formula: contracts.FlatFormula,
      deviation: { lower: 9_500n, upper: 10_500n, excess: 11_000n, shortfall: 20_000n },
      deposit: 100_000n,
      exitFee: 5_000_000_000n,
      green: 2_050n,
      capacity: 1_200_000_001n,
      validFrom: Date.parse('2026-11-23T00:00:00+08:00') / 1000,
      validUntil: Date.parse('2027-12-01T00:00:00+08:00') / 1000,
    })
  })

  it('works the examples out at 85, 100 and 115 per cent of the typical month', () => {
    const examples = read({ typicalMonth: '1000' }).ready?.examples ?? []
    expect(examples.map(({ charge }) => charge)).toEqual([322_150_000n, 379_000_000n, 435_850_000n])
  })

  it('shows examples as soon as the prices can be read, whatever else is missing', () => {
    const { examples, ready } = read({ name: '', lower: 'x' })
    expect(examples).toHaveLength(3)
    expect(ready).toBeNull()
  })

  it('names every field that cannot be read', () => {
    const { faults } = read({
      name: ' ',
      params: { 'params.Flat.price': '1,379' },
      priceCap: '-1',
      lower: '',
      validUntil: '2026-02-30',
      capacity: '0',
      area: '1-1',
    })
    expect(Object.keys(faults).sort()).toEqual([
      'area',
      'capacity',
      'lower',
      'name',
      'params.Flat.price',
      'priceCap',
      'validUntil',
    ])
  })

  it('needs all five prices of a time-of-use offer', () => {
    const params = typed('TimeOfUse.prices', { sharp: '0.6', peak: '0.5', valley: '0.2', deepValley: '0.1' })
    const missing = 'params.TimeOfUse.prices.flat'
    expect(read({ formula: 'TimeOfUse', params }).faults).toEqual({ [missing]: { kind: 'format', fault: 'price' } })
    expect(read({ formula: 'TimeOfUse', params: { ...params, [missing]: '0.3' } }).ready).not.toBeNull()
  })

  it('reads tiers row by row, and says beside which field something is wrong', () => {
    const tiers = (...rows: [from: string, price: string][]) => {
      const typedRows = rows.map(([from, price]) => ({ from, price }))
      const params = withTierRows({}, tierKeysOf('Tiered'), typedRows)
      return read({ formula: 'Tiered', params, typicalMonth: '400' })
    }
    const { pricing, ready } = tiers(['', '0.5'], ['200', '0.55'], ['400.5', '0.8'])
    expect(pricing?.params).toEqual({ upTo: [200_000n, 400_500n], prices: [500_000n, 550_000n, 800_000n] })
    expect(ready?.examples[1]?.charge).toBe(210_000_000n)
    expect(tiers(['', '0.5'], ['x', '0.6'], ['300', '0.7y']).faults).toEqual({
      'params.Tiered.upTo.0': { kind: 'format', fault: 'month' },
      'params.Tiered.prices.2': { kind: 'format', fault: 'price' },
    })
    expect(tiers(['', '0.5'], ['200', '0.6'], ['200', '0.7']).faults).toEqual({
      'params.Tiered.upTo.1': { kind: 'format', fault: 'rising' },
    })
    expect(tiers(['', '0.5']).pricing?.params).toEqual({ upTo: [], prices: [500_000n] })
    expect(Object.keys(read({ formula: 'Tiered', params: {} }).faults).sort()).toEqual([
      'params.Tiered.prices.0',
      'params.Tiered.prices.1',
      'params.Tiered.upTo.0',
    ])
  })

  it('works examples out from the published index and reference price, or from another index', () => {
    const params = typed('SpreadSharing', { share: '40', floor: '0.02' })
    const charge = (changes: Partial<OfferText>) =>
      read({ formula: 'SpreadSharing', params, typicalMonth: '1000', ...changes }).ready?.examples[1]?.charge
    expect(charge({})).toBe(544_919_600n)
    expect(charge({ referenceBasis: 'Catalogue' })).toBe(573_788_000n)
    expect(charge({ typicalIndex: '0.651886' })).toBe(631_886_000n)
    expect(charge({ typicalIndex: 'x' })).toBeUndefined()
  })

  it('follows an index with a margin below zero, under a cap on the average', () => {
    const params = typed('IndexLinked', { factor: '102.5', adder: '−0.01', floor: '0' })
    const given = read({ formula: 'IndexLinked', params, typicalMonth: '1000', priceCap: '0.38' })
    expect(given.pricing?.params).toEqual({ source: 'Monthly', factor: 10_250n, adder: -10_000n, floor: 0n, cap: 0n })
    expect(given.ready?.offer.priceCap).toBe(380_000n)
    expect(given.ready?.examples[1]?.charge).toBe(380_000_000n)
  })

  it('asks for demand only where it is priced', () => {
    const prices = { sharp: '0.6', peak: '0.5', flat: '0.4', valley: '0.2', deepValley: '0.1' }
    const params = { ...typed('Demand.prices', prices), ...typed('Demand', { demandPrice: '42', basis: 'Capacity' }) }
    const { ready } = read({ formula: 'Demand', params, typicalCapacity: '630' })
    expect(ready?.examples.map(({ usage }) => usage.capacity)).toEqual([630_000n, 630_000n, 630_000n])
    expect(read({ formula: 'Demand', params, typicalDemand: 'x' }).faults).toEqual({
      typicalDemand: { kind: 'format', fault: 'kw' },
    })
    expect(read({ typicalDemand: 'x', typicalCapacity: 'x', typicalIndex: 'x' }).ready).not.toBeNull()
  })

  it.each([
    ['lower', { lower: '101' }, 'BandInvalid'],
    ['upper', { upper: '99' }, 'BandInvalid'],
    ['excess', { excess: '301' }, 'ExcessRatioTooHigh'],
    ['termPeriods', { termPeriods: '61' }, 'TermInvalid'],
    ['validUntil', { validUntil: '2026-11-22' }, 'ValidityInvalid'],
    ['green', { green: '100.01' }, 'GreenShareInvalid'],
    ['typicalMonth', { typicalMonth: '0.001' }, 'ExamplesNotIncreasing'],
  ] as const)('shows a refusal of the contract at %s', (field, changes, name) => {
    expect(read(changes).faults[field]).toMatchObject({ kind: 'refused', refusal: { name } })
  })

  it('counts a service fee only where the grid bills', () => {
    expect(read({ serviceFee: '0.012' }).ready?.offer.serviceFee).toBe(0n)
    expect(read({ serviceFee: '0.012', model: 'GridLed' }).ready?.offer.serviceFee).toBe(12_000n)
  })
})

describe('a stored draft', () => {
  it('comes back as it was typed', () => expect(parseOfferText(JSON.parse(JSON.stringify(complete)))).toEqual(complete))
  it('of another version is none', () => {
    expect(parseOfferText({ ...complete, model: 'Mixed' })).toBeNull()
    expect(parseOfferText({ name: 'x' })).toBeNull()
  })
})

describe('evenMonth', () => {
  it('loses no Wh', () => {
    const month = evenMonth(wh(1_000_001n), marketRegisterCalendar)
    expect(sumWh(month)).toBe(1_000_001n)
    expect(month[0]).toBe(83_333n)
  })
})

describe('usualArea', () => {
  it('connects homes at low voltage and businesses above it', () => {
    expect(usualArea(areas, 'Household')).toBe('42-0')
    expect(usualArea(areas, 'Business')).toBe('42-2')
    expect(usualArea([], 'Business')).toBe('')
  })
})
