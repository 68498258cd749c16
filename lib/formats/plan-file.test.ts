import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseContracted, parseTariffs } from './market-files'
import { parsePlan } from './plan-file'
import { contractedSchema, offerSchema, tariffSchema } from './plan-schema'

const series = { name: 'prices.csv', start: 0, seconds: 3_600, prices: BigInt64Array.from([1n]) }
const energy = { kind: 'energy', name: 'Energy', price: '0.25' }
const deviation = { lower: '0.95', upper: '1.05', excess: '1.1', shortfall: '0.02' }
const market = { model: 'RetailerLed', energy: ['Energy'], deviation }
const calendars = { use: { night: [{ from: '23:00', to: '07:00' }], day: 'rest' } }

const parse = (changes: object) => {
  const offer = { name: 'Test', timeZone: 'Europe/London', currency: 'GBP', lines: [energy], ...changes }
  return parsePlan(JSON.stringify(offer), 'offer.json', async () => series)
}
const formula = (params: object) => {
  return { lines: [energy, { kind: 'formula', name: 'F', formula: 'SpreadSharing', params }] }
}
const byFormula = { ...market, energy: ['F'] }
const line = (changes: object) => ({ lines: [{ ...energy, ...changes }] })

describe('parsePlan', () => {
  it('reads decimals exactly, with more of them than the market counts', async () => {
    const { lines } = await parse({ lines: [energy, { ...energy, name: 'Fine', price: '-0.015203000001' }] })
    expect(lines.map((each) => 'price' in each && each.price)).toEqual([250_000_000_000n, -15_203_000_001n])
  })

  it('reads tiers in Wh, ratios in billionths and market terms in their units', async () => {
    const tiers = [{ upTo: '6.85', price: '0.04' }, { price: '0.027' }]
    const plan = await parse({
      calendars,
      lines: [
        energy,
        { kind: 'tiers', name: 'Tiers', per: 'day', tiers },
        { kind: 'series', name: 'Series', series: { file: 'prices.csv' }, factor: '0.95', floor: '0' },
        { kind: 'tax', name: 'Tax', rate: '0.0825', on: ['Excess'] },
      ],
      market: { ...market, priceCap: '0.5' },
    })
    expect(plan.lines[1]).toMatchObject({ tiers: [{ upTo: 6_850n, price: 40_000_000_000n }, { upTo: null }] })
    expect(plan.lines[2]).toMatchObject({ factor: 950_000_000n, adder: 0n, floor: 0n, cap: null })
    expect(plan.lines[3]).toMatchObject({ rate: 82_500_000n })
    expect(plan.market?.offer).toMatchObject({ priceCap: 500_000n, deviation: { lower: 9_500n, excess: 11_000n } })
  })

  it('reads the parameters of any formula in their units', async () => {
    const [, spread] = formula({ share: '0.4321', floor: '0.03' }).lines
    const plan = await parse({ lines: [spread], market: byFormula })
    expect(plan.lines[0]).toMatchObject({
      pricing: { formula: 'SpreadSharing', params: { share: 4_321n, floor: 30_000n } },
    })
    const params = { prices: '0.17', demandPrice: '3.21', basis: 'Capacity' }
    const demand = { kind: 'formula', name: 'F', formula: 'Demand', params }
    const two = await parse({ lines: [demand], market: { ...byFormula, capacity: '55.5' } })
    expect(two.market?.capacity).toBe(55_500n)
    expect(two.lines[0]).toMatchObject({ pricing: { params: { prices: Array(5).fill(170_000n), basis: 'Capacity' } } })
  })

  it.each([
    ['a number instead of a decimal string', line({ price: 0.25 }), /lines\.0\.price is not a decimal in quotes/],
    ['an exponent', line({ price: '1e3' }), /lines\.0\.price/],
    ['a price without end', line({ price: '0.1234567890123' }), /at most 12 decimals/],
    ['a name nobody knows', line({ colour: 'green' }), /colour/],
    ['a kind nobody knows', line({ kind: 'magic' }), /lines\.0/],
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, /timeZone is not a time zone/],
    ['two lines of one name', { lines: [energy, energy] }, /two lines are called "Energy"/],
    ['a calendar that is not there', line({ during: { calendar: 'use', period: 'night' } }), /no calendar "use"/],
    [
      'a period that is not there',
      { calendars, ...line({ during: { calendar: 'use', period: 'dusk' } }) },
      /no period "dusk"/,
    ],
    ['a holiday that is no date', { holidays: ['2026-02-30'] }, /2026-02-30 is not in the calendar/],
    ['two periods of rest', { calendars: { use: { a: 'rest', b: 'rest' } } }, /more than one period "rest"/],
    [
      'a period without a price',
      { calendars, lines: [{ kind: 'timeOfUse', name: 'E', calendar: 'use', prices: { night: '1' } }] },
      /no price for period "day"/,
    ],
    [
      'tiers that do not rise',
      {
        lines: [
          {
            kind: 'tiers',
            name: 'T',
            per: 'day',
            tiers: [{ upTo: '2', price: '1' }, { upTo: '2', price: '1' }, { price: '1' }],
          },
        ],
      },
      /tiers do not rise/,
    ],
    [
      'tiers with an end',
      { lines: [{ kind: 'tiers', name: 'T', per: 'day', tiers: [{ upTo: '2', price: '1' }] }] },
      /the last has none/,
    ],
    ['demand without a price', { lines: [{ kind: 'demand', name: 'D' }] }, /either a price or tiers/],
    [
      'demand over 7 minutes',
      { lines: [{ kind: 'demand', name: 'D', price: '1', averagedOverMinutes: 7 }] },
      /do not divide/,
    ],
    [
      'a tax on a line below',
      {
        lines: [
          { kind: 'tax', name: 'T', rate: '0.1', on: ['U'] },
          { kind: 'tax', name: 'U', rate: '0.1', on: ['T'] },
        ],
      },
      /on "U"/,
    ],
    ['a band upside down', { market: { ...market, deviation: { ...deviation, lower: '1.01' } } }, /lower is at most 1/],
    ['a service fee of a retailer that bills', { market: { ...market, serviceFee: '0.01' } }, /only a GridLed offer/],
    ['a formula line that is not there', { market: { ...market, energy: ['E'] } }, /market\.energy names "E"/],
    ['export as an energy price', { ...line({ direction: 'export' }), market }, /does not price energy taken/],
    [
      'a plan line with the name of a market line',
      { ...formula({ share: '0.5' }), market: byFormula },
      /"Energy" has the name/,
    ],
    ['a formula outside market rules', formula({ share: '0.5' }), /is not named in market\.energy/],
    [
      'a formula beside other lines',
      { ...formula({ share: '0.5' }), market: { ...market, energy: ['F', 'Energy'] } },
      /and other lines/,
    ],
    [
      'a parameter nobody knows',
      { ...formula({ share: '0.5', colour: '1' }), market: byFormula },
      /no parameter "colour"/,
    ],
    [
      'a parameter too fine',
      { ...formula({ share: '0.12345' }), market: byFormula },
      /share is a decimal in quotes with at most 4/,
    ],
    ['a share above one', { ...formula({ share: '1.0001' }), market: byFormula }, /cannot price with these parameters/],
    ['periods that are no registers', { calendars, market: { ...market, calendar: 'use' } }, /"night" is no register/],
  ])('refuses %s', async (_, changes, message) => {
    await expect(parse(changes)).rejects.toMatchObject({
      name: 'DocumentInvalid',
      message: expect.stringMatching(message),
    })
  })

  it('refuses what is no JSON, and says where', async () => {
    await expect(parsePlan('{"name": ', 'offer.json', async () => series)).rejects.toThrow(
      /^DocumentInvalid: offer\.json: it is not JSON/,
    )
  })
})

describe('tariff and contracted energy files', () => {
  const table = { from: '2026-01', to: '2026-03', agencyPrice: '0.65', cataloguePrice: '0.66' }
  const tariffs = (changes: object) =>
    parseTariffs(JSON.stringify({ tables: [{ ...table, ...changes }] }), 'tariff.json')

  it('puts one price on every register, or each on its own', () => {
    const prices = { sharp: '5', peak: '4', flat: '3', valley: '2', deepValley: '1' }
    const [read] = tariffs({
      components: [
        { kind: 'Network', price: '0.1263' },
        { kind: 'LineLoss', prices },
      ],
    })
    expect(read?.components.map((component) => component.prices[0])).toEqual([126_300n, 5_000_000n])
    expect(read?.components[1]?.prices[4]).toBe(1_000_000n)
  })

  it.each([
    [{ to: '2025-12' }, /which is before it/],
    [{ components: [{ kind: 'Network' }] }, /either price or prices/],
    [{ components: [{ kind: 'Network', price: '4294.967296' }] }, /above 4294\.967295/],
    [{ components: [{ kind: 'Energy', price: '1' }] }, /kind/],
  ])('refuses %o', (changes, message) => {
    expect(() => tariffs(changes)).toThrow(message)
  })

  it('knows the energy of a month, of every other month, or of none', () => {
    const contracted = parseContracted('{"everyMonth": "100", "months": {"2026-02": "90.5"}}', 'contracted.json')
    expect([contracted('2026-01'), contracted('2026-02')]).toEqual([100_000n, 90_500n])
    expect(parseContracted('{"months": {}}', 'contracted.json')('2026-01')).toBeUndefined()
  })
})

describe('schemas', () => {
  it.each([
    ['offer', offerSchema],
    ['tariff', tariffSchema],
    ['contracted', contractedSchema],
  ])('%s is a JSON Schema that allows nothing it does not name', (_, schema) => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false })
  })
})
