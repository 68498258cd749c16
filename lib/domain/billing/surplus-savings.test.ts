import { describe, expect, it } from 'vitest'
import { registerValues } from '../metering/register-values'
import { sampleOffer } from '../offers/offer.sample'
import { microPerKwh, nano, wh } from '../units/units'
import { surplusSavings } from './surplus-savings'

/** Hubei, January 2026: energy at 0.384470 and all regulated lines at 0.267416, excess at 110 % of 0.651886, shortfall at 0.02. */
const offer = sampleOffer({ model: 'RetailerLed' })
const prices = [13_643n, 82_273n, 45_200n, 126_300n]
const table = {
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(651_886n),
  components: prices.map((price) => ({
    kind: 'Network' as const,
    prices: registerValues([1, 2, 3, 4, 5].map(() => microPerKwh(price))),
  })),
}

const period = (contractedKwh: bigint, usedKwh: bigint) => ({
  contracted: wh(contractedKwh * 1_000n),
  registers: registerValues([0n, 0n, usedKwh * 1_000n, 0n, 0n].map(wh)),
  cost: nano(usedKwh * 1_000n * 384_470n),
})
const kwh = (value: bigint) => wh(value * 1_000n)

describe('what surplus saved', () => {
  it('is the energy price of what was paid for already', () => {
    const saved = surplusSavings(offer, table, period(100_000n, 100_000n), {
      bought: wh(0n),
      sold: wh(0n),
      taken: kwh(30_000n),
    })
    // 30,000 at 0.384470.
    expect(saved).toEqual({ moved: 0n, taken: 11_534_100_000n })
  })

  it('is the penalty that a sale spared its seller', () => {
    const saved = surplusSavings(offer, table, period(80_000n, 80_000n), {
      bought: wh(0n),
      sold: kwh(20_000n),
      taken: wh(0n),
    })
    // Of 100,000 contracted 95,000 had to be used: 15,000 at 0.02.
    expect(saved).toEqual({ moved: 300_000_000n, taken: 0n })
  })

  it('is what a purchase spared its buyer of the excess price', () => {
    const saved = surplusSavings(offer, table, period(120_000n, 125_000n), {
      bought: kwh(20_000n),
      sold: wh(0n),
      taken: wh(0n),
    })
    // 20,000 kWh at 0.7170746 instead of 0.651886.
    expect(saved).toEqual({ moved: 1_303_772_000n, taken: 0n })
  })
})
