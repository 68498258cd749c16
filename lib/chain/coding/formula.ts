/** Price parameters: bytes that only their formula understands, and what they mean. */
import { decodeAbiParameters, encodeAbiParameters } from 'viem'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { microPerKwh } from '@/lib/domain/units/units'
import { contractNameOf, type ContractAddresses, type ContractName } from '../contracts'

type FormulaContract = Extract<ContractName, `${string}Formula`>

const contractOf: Record<Pricing['formula'], FormulaContract> = { Flat: 'FlatFormula', TimeOfUse: 'TimeOfUseFormula' }

const flatParams = [{ type: 'uint64' }] as const
const timeOfUseParams = [{ type: 'uint64[5]' }] as const

/** The two fields of an offer that say how it prices energy. */
export function pricingToOffer(
  pricing: Pricing,
  contracts: ContractAddresses,
): Pick<Offer, 'formula' | 'formulaParams'> {
  return { formula: contracts[contractOf[pricing.formula]], formulaParams: pricingToParams(pricing) }
}

export function pricingToParams(pricing: Pricing): Hex {
  switch (pricing.formula) {
    case 'Flat':
      return encodeAbiParameters(flatParams, [pricing.params.price])
    case 'TimeOfUse':
      return encodeAbiParameters(timeOfUseParams, [pricing.params.prices])
  }
}

export function formulaNameOf(contracts: ContractAddresses, formula: Address): Pricing['formula'] | undefined {
  const contract = contractNameOf(contracts, formula)
  const names = Object.keys(contractOf) as Pricing['formula'][]
  return names.find((name) => contractOf[name] === contract)
}

export function pricingFromParams(formula: Pricing['formula'], params: Hex): Pricing {
  switch (formula) {
    case 'Flat':
      return { formula, params: { price: microPerKwh(decodeAbiParameters(flatParams, params)[0]) } }
    case 'TimeOfUse': {
      const [prices] = decodeAbiParameters(timeOfUseParams, params)
      return { formula, params: { prices: registerValues(prices.map(microPerKwh)) } }
    }
  }
}
