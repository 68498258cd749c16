/** Who takes part in the demo market, what is offered, and who signs what. Prices are ours; tariff components are published ones. */
import type { Component } from '@/lib/domain/tariffs/table'
import type { CustomerClass, SettlementModel } from '@/lib/domain/offers/offer'
import { pricingOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import { microPerKwh, signedMicroPerKwh, type MicroPerKwh } from '@/lib/domain/units/units'
import type { RegisterValues } from '@/lib/domain/metering/register-values'

/** Hubei. Businesses are supplied at 1–10 kV, homes below 1 kV. */
export const REGION = 42
export const VOLTAGE_CLASS: Record<CustomerClass, number> = { Household: 0, Business: 2 }

const even = (price: bigint): RegisterValues<MicroPerKwh> => {
  const one = microPerKwh(price)
  return [one, one, one, one, one]
}

/**
 * Published components for Hubei, January 2026, 1–10 kV two-part, in Micro/kWh (grid company's agency purchase notice).
 * The demo uses the same figures for homes, whose own table was not at hand.
 */
export const COMPONENTS: readonly Component[] = [
  { kind: 'Network', prices: even(126_300n) },
  { kind: 'LineLoss', prices: even(13_643n) },
  { kind: 'SystemOperation', prices: even(82_273n) },
  { kind: 'GovernmentFund', prices: even(45_200n) },
]

/** Agency purchase price 384,470 plus the components above: the all-in reference price of the same notice. */
export const REFERENCE_PRICE = microPerKwh(651_886n)

/** What index-linked offers follow: the agency purchase price of the same notice. */
export const ENERGY_INDEX = signedMicroPerKwh(384_470n)

export type RetailerKey = 'clearwater' | 'northgate'

export const RETAILERS: Record<RetailerKey, string> = {
  clearwater: 'Clearwater Energy',
  northgate: 'Northgate Power',
}

export type OfferPlan = {
  key: string
  name: string
  retailer: RetailerKey
  customerClass: CustomerClass
  model: SettlementModel
  pricing: Pricing
  /** Highest average energy price of a month. */
  priceCapMicro?: bigint
  band: { lower: bigint; upper: bigint }
  excess: bigint
  shortfallMicro: bigint
  depositMicro: bigint
  serviceFeeMicro: bigint
  termPeriods: number
  green: bigint
  exitFeeMicro: bigint
}

export const OFFERS: readonly OfferPlan[] = [
  {
    key: 'steady-business',
    name: 'Steady Business',
    retailer: 'clearwater',
    customerClass: 'Business',
    model: 'GridLed',
    pricing: pricingOf('Flat', { price: 379_000n }),
    band: { lower: 9_500n, upper: 10_500n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 100_000n,
    serviceFeeMicro: 12_000n,
    termPeriods: 36,
    green: 2_000n,
    exitFeeMicro: 5_000_000_000n,
  },
  {
    key: 'night-shift',
    name: 'Night Shift',
    retailer: 'clearwater',
    customerClass: 'Business',
    model: 'RetailerLed',
    pricing: pricingOf('TimeOfUse', { prices: [620_000n, 520_000n, 370_000n, 230_000n, 180_000n] }),
    band: { lower: 9_000n, upper: 11_000n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 100_000n,
    serviceFeeMicro: 0n,
    termPeriods: 24,
    green: 3_500n,
    exitFeeMicro: 8_000_000_000n,
  },
  {
    key: 'fixed-year-business',
    name: 'Fixed Year Business',
    retailer: 'northgate',
    customerClass: 'Business',
    model: 'Integrated',
    pricing: pricingOf('Flat', { price: 384_470n }),
    band: { lower: 9_500n, upper: 10_500n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 80_000n,
    serviceFeeMicro: 0n,
    termPeriods: 12,
    green: 0n,
    exitFeeMicro: 0n,
  },
  {
    key: 'home-simple',
    name: 'Home Simple',
    retailer: 'northgate',
    customerClass: 'Household',
    model: 'RetailerLed',
    pricing: pricingOf('Flat', { price: 392_000n }),
    band: { lower: 8_000n, upper: 12_000n },
    excess: 10_500n,
    shortfallMicro: 10_000n,
    depositMicro: 150_000n,
    serviceFeeMicro: 0n,
    termPeriods: 24,
    green: 1_000n,
    exitFeeMicro: 60_000_000n,
  },
  {
    key: 'home-quiet-hours',
    name: 'Home Quiet Hours',
    retailer: 'clearwater',
    customerClass: 'Household',
    model: 'RetailerLed',
    pricing: pricingOf('TimeOfUse', { prices: [600_000n, 500_000n, 380_000n, 240_000n, 190_000n] }),
    band: { lower: 7_500n, upper: 12_500n },
    excess: 10_500n,
    shortfallMicro: 10_000n,
    depositMicro: 150_000n,
    serviceFeeMicro: 0n,
    termPeriods: 36,
    green: 10_000n,
    exitFeeMicro: 90_000_000n,
  },
  {
    key: 'home-one-year',
    name: 'Home One Year',
    retailer: 'clearwater',
    customerClass: 'Household',
    model: 'Integrated',
    pricing: pricingOf('Flat', { price: 385_000n }),
    band: { lower: 8_000n, upper: 12_000n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 120_000n,
    serviceFeeMicro: 0n,
    termPeriods: 12,
    green: 4_000n,
    exitFeeMicro: 0n,
  },
  {
    key: 'spread-partner',
    name: 'Spread Partner',
    retailer: 'clearwater',
    customerClass: 'Business',
    model: 'RetailerLed',
    pricing: pricingOf('SpreadSharing', { share: 4_000n, floor: 20_000n }),
    band: { lower: 9_500n, upper: 10_500n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 100_000n,
    serviceFeeMicro: 0n,
    termPeriods: 24,
    green: 2_500n,
    exitFeeMicro: 6_000_000_000n,
  },
  {
    key: 'home-saver',
    name: 'Home Saver',
    retailer: 'clearwater',
    customerClass: 'Household',
    model: 'RetailerLed',
    pricing: pricingOf('Tiered', { upTo: [230_000n, 400_000n], prices: [368_000n, 418_000n, 668_000n] }),
    band: { lower: 7_500n, upper: 12_500n },
    excess: 10_500n,
    shortfallMicro: 10_000n,
    depositMicro: 150_000n,
    serviceFeeMicro: 0n,
    termPeriods: 12,
    green: 3_000n,
    exitFeeMicro: 30_000_000n,
  },
  {
    key: 'index-plus',
    name: 'Index Plus',
    retailer: 'northgate',
    customerClass: 'Business',
    model: 'RetailerLed',
    pricing: pricingOf('IndexLinked', { source: 'Monthly', factor: 10_000n, adder: 9_000n, floor: 300_000n, cap: 0n }),
    priceCapMicro: 450_000n,
    band: { lower: 9_000n, upper: 11_000n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 90_000n,
    serviceFeeMicro: 0n,
    termPeriods: 12,
    green: 1_500n,
    exitFeeMicro: 3_000_000_000n,
  },
  {
    key: 'two-part-works',
    name: 'Two-Part Works',
    retailer: 'northgate',
    customerClass: 'Business',
    model: 'GridLed',
    pricing: pricingOf('Demand', {
      prices: [560_000n, 460_000n, 330_000n, 210_000n, 170_000n],
      demandPrice: 26_000_000n,
      basis: 'MaxDemand',
    }),
    band: { lower: 9_500n, upper: 10_500n },
    excess: 11_000n,
    shortfallMicro: 20_000n,
    depositMicro: 80_000n,
    serviceFeeMicro: 10_000n,
    termPeriods: 36,
    green: 0n,
    exitFeeMicro: 5_000_000_000n,
  },
]

/** Which offer each measured consumer signs. Those on a one-year term have just run out, so a newcomer can sign for them. */
export const SIGNS: Record<string, string> = {
  'cambridge-b4': 'fixed-year-business',
  'cambridge-b0': 'steady-business',
  'cambridge-b41': 'night-shift',
  'cambridge-b52': 'steady-business',
  'cambridge-b61': 'night-shift',
  'cambridge-b36': 'steady-business',
  'cambridge-b31': 'fixed-year-business',
  'cambridge-b27': 'night-shift',
  'cambridge-b96': 'steady-business',
  'cambridge-b2': 'night-shift',
  'california-home-1': 'home-one-year',
  'california-home-2': 'home-simple',
  'california-home-4': 'home-quiet-hours',
  'california-home-5': 'home-simple',
  'california-home-7': 'home-quiet-hours',
  'california-home-8': 'home-simple',
  'california-home-10': 'home-quiet-hours',
  'california-home-12': 'home-simple',
  'netherlands-home-1': 'home-one-year',
  'netherlands-home-2': 'home-quiet-hours',
}
