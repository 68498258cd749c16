/** Every price formula there is. A new formula is a new contract, a new file here and a new entry below. */
import { mulDivDown, micro, WH_PER_KWH, type Micro, type Nano } from '../../units/units'
import type { Usage } from '../offer'
import { flat, type FlatParams } from './flat'
import type { PriceRow } from './formula'
import { timeOfUse, type TimeOfUseParams } from './time-of-use'

/** An offer's formula with its decoded parameters. */
export type Pricing = { formula: 'Flat'; params: FlatParams } | { formula: 'TimeOfUse'; params: TimeOfUseParams }

export const FORMULA_NAMES = [flat.name, timeOfUse.name] as const
export type FormulaName = (typeof FORMULA_NAMES)[number]

/** Exact cost of all energy used in a period. */
export function costOf(pricing: Pricing, usage: Usage): Nano {
  switch (pricing.formula) {
    case 'Flat':
      return flat.cost(pricing.params, usage)
    case 'TimeOfUse':
      return timeOfUse.cost(pricing.params, usage)
  }
}

/** Where the cost comes from: Σ energy × price = cost. */
export function priceRows(pricing: Pricing, usage: Usage): PriceRow[] {
  switch (pricing.formula) {
    case 'Flat':
      return flat.rows(pricing.params, usage)
    case 'TimeOfUse':
      return timeOfUse.rows(pricing.params, usage)
  }
}

/** Charge for all energy used, rounded down: the consumer keeps the dust. Mirrors the worked examples' check in OfferBook. */
export function energyCharge(pricing: Pricing, usage: Usage): Micro {
  return micro(mulDivDown(costOf(pricing, usage), 1n, WH_PER_KWH))
}
