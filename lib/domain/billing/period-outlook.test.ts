import { describe, expect, it } from 'vitest'
import type { UseForecast } from '../metering/forecast-use'
import { registerValues } from '../metering/register-values'
import { pricingOf } from '../offers/formulas/registry'
import { sampleOffer } from '../offers/offer.sample'
import type { TariffTable } from '../tariffs/table'
import { ZERO_HASH } from '../units/hex'
import { micro, microPerKwh, signedMicroPerKwh, watt, wh } from '../units/units'
import { periodOutlook, placeOf, type OutlookInput } from './period-outlook'

const even = (price: bigint) => registerValues(Array.from({ length: 5 }, () => microPerKwh(price)))
const flat = (kwh: bigint) => registerValues([wh(0n), wh(0n), wh(kwh * 1_000n), wh(0n), wh(0n)])

/** The published components of SPEC section 7; energy and components come to the reference price of 0.651886 a kWh. */
const table: TariffTable = {
  region: 42,
  voltageClass: 2,
  start: 0,
  end: 30 * 86_400,
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(651_886n),
  index: signedMicroPerKwh(384_470n),
  indexSeries: ZERO_HASH,
  grid: '0x0000000000000000000000000000000000000001',
  government: '0x0000000000000000000000000000000000000002',
  subsidyPool: '0x0000000000000000000000000000000000000003',
  components: [
    { kind: 'Network', prices: even(126_300n) },
    { kind: 'LineLoss', prices: even(13_643n) },
    { kind: 'SystemOperation', prices: even(82_273n) },
    { kind: 'GovernmentFund', prices: even(45_200n) },
  ],
}

function forecast(kwh: { soFar: bigint; low: bigint; likely: bigint; high: bigint }): UseForecast {
  return {
    soFar: { days: 10, registers: flat(kwh.soFar) },
    daysToCome: 20,
    from: 'weeks',
    low: flat(kwh.low),
    likely: flat(kwh.likely),
    high: flat(kwh.high),
    maxDemand: watt(0n),
  }
}

function outlook(kwh: Parameters<typeof forecast>[0], changes: Partial<OutlookInput> = {}) {
  return periodOutlook({
    offer: sampleOffer(),
    pricing: pricingOf('Flat', { price: 384_470n }),
    table,
    contracted: wh(100_000_000n),
    capacity: watt(1_000_000n),
    use: forecast(kwh),
    before: null,
    ...changes,
  })
}

describe('periodOutlook', () => {
  it('comes to the worked check of SPEC section 7 if the forecast is its 112,000 kWh', () => {
    const { likely, standing } = outlook({ soFar: 40_000n, low: 105_000n, likely: 112_000n, high: 115_000n })
    expect(standing).toBe('mayExceed')
    expect(likely).toMatchObject({ bill: 73_467_552_200n, excess: 7_000_000n, shortfall: 0n })
    // 7,000 kWh at a tenth of the reference price, which here is the price of all the other energy.
    expect(likely.deviation).toBe(456_320_200n)
  })

  it('knows that nothing more is no too little where the band is left already, and the most no too much below it', () => {
    const over = outlook({ soFar: 106_000n, low: 107_000n, likely: 110_000n, high: 112_000n })
    expect(placeOf(over.nothingMore)).toBe('above')
    const under = outlook({ soFar: 40_000n, low: 60_000n, likely: 70_000n, high: 90_000n })
    expect(placeOf(under.high)).toBe('below')
    expect(placeOf(outlook({ soFar: 96_000n, low: 97_000n, likely: 98_000n, high: 99_000n }).nothingMore)).toBe(
      'within',
    )
  })

  it('says what is left to use, and what must still be used', () => {
    const { room, needed, standing, likely } = outlook({
      soFar: 40_000n,
      low: 96_000n,
      likely: 100_000n,
      high: 104_000n,
    })
    expect([standing, room, needed]).toEqual(['within', 65_000_000n, 55_000_000n])
    expect(likely.deviation).toBe(0n)
  })

  it('knows the penalty of a shortfall, and of using nothing more', () => {
    const { standing, likely, nothingMore } = outlook({ soFar: 40_000n, low: 85_000n, likely: 90_000n, high: 96_000n })
    expect(standing).toBe('mayFallShort')
    // 5,000 and 55,000 kWh below the band at 0.02.
    expect([likely.deviation, nothingMore.deviation]).toEqual([100_000_000n, 1_100_000_000n])
  })

  it('says so when the band is left already', () => {
    const { standing, room } = outlook({ soFar: 106_000n, low: 110_000n, likely: 112_000n, high: 120_000n })
    expect([standing, room]).toEqual(['over', 0n])
  })

  it('is below zero where excess energy is the cheaper one', () => {
    const cheap = { ...table, agencyPrice: microPerKwh(300_000n) }
    const { likely } = outlook({ soFar: 0n, low: 112_000n, likely: 112_000n, high: 112_000n }, { table: cheap })
    // 7,000 kWh at 0.33 all-in instead of 0.651886.
    expect(likely.deviation).toBe(-2_253_202_000n)
  })

  it('applies a yearly band to the sum of the contract year, as if it closed now', () => {
    const before = { contracted: wh(300_000_000n), used: wh(340_000_000n), charged: micro(221_641_240_000n) }
    const offer = sampleOffer({ deviation: { ruleBasis: 'Annual' } })
    const { contracted, upper, soFar, likely, standing } = outlook(
      { soFar: 40_000n, low: 112_000n, likely: 112_000n, high: 112_000n },
      { offer, before },
    )
    expect([contracted, upper, soFar, standing]).toEqual([400_000_000n, 420_000_000n, 380_000_000n, 'mayExceed'])
    // The month itself at the agreed price; 32,000 kWh of the year at a tenth of the reference price more.
    expect([likely.used, likely.bill, likely.deviation]).toEqual([452_000_000n, 73_011_232_000n, 2_086_035_200n])
  })
})
