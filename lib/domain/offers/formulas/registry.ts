/** Every price formula there is. A new formula is a new contract, a new file here and a new entry below. */
import { capped } from '../../billing/deviation'
import { sumWh } from '../../metering/register-values'
import { micro, WH_PER_KWH, type Micro, type MicroPerKwh, type Nano } from '../../units/units'
import type { Determinants } from '../determinants'
import { flat, type FlatParams } from './flat'
import type { PriceRow } from './formula'
import { timeOfUse, type TimeOfUseParams } from './time-of-use'

/** An offer's formula with its decoded parameters. */
export type Pricing = { formula: 'Flat'; params: FlatParams } | { formula: 'TimeOfUse'; params: TimeOfUseParams }

/** How an offer prices energy: its formula, and the cap on the average price (zero is none). */
export interface Priced {
  pricing: Pricing
  priceCap: MicroPerKwh
}

export const FORMULA_NAMES = [flat.name, timeOfUse.name] as const
export type FormulaName = (typeof FORMULA_NAMES)[number]

/** Cost of all energy used in a period, rounded down to a Nano. */
export function costOf(pricing: Pricing, usage: Determinants): Nano {
  switch (pricing.formula) {
    case 'Flat':
      return flat.cost(pricing.params, usage)
    case 'TimeOfUse':
      return timeOfUse.cost(pricing.params, usage)
  }
}

/** Where the cost comes from: Σ energy × price = cost. */
export function priceRows(pricing: Pricing, usage: Determinants): PriceRow[] {
  switch (pricing.formula) {
    case 'Flat':
      return flat.rows(pricing.params, usage)
    case 'TimeOfUse':
      return timeOfUse.rows(pricing.params, usage)
  }
}

/** Charge for all energy used, rounded down: the consumer keeps the dust. Mirrors the worked examples' check in OfferBook. */
export function energyCharge({ pricing, priceCap }: Priced, usage: Determinants): Micro {
  return micro(capped(costOf(pricing, usage), priceCap, sumWh(usage.registers)) / WH_PER_KWH)
}
