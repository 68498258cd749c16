/** Price parameters: bytes that only their formula understands, and what they mean. Each formula says what they are. */
import { decodeAbiParameters, encodeAbiParameters } from 'viem'
import { abiTypeOf, type AnyValue, type Parameter } from '@/lib/domain/offers/formulas/parameter'
import { FORMULA_NAMES, isAccepted, parametersOf, pricingOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer } from '@/lib/domain/offers/offer'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { contractNameOf, type ContractAddresses } from '../contracts'

/** The two fields of an offer that say how it prices energy. */
export function pricingToOffer(
  pricing: Pricing,
  contracts: ContractAddresses,
): Pick<Offer, 'formula' | 'formulaParams'> {
  return { formula: contracts[`${pricing.formula}Formula`], formulaParams: pricingToParams(pricing) }
}

export function pricingToParams(pricing: Pricing): Hex {
  const params: Readonly<Record<string, AnyValue>> = pricing.params
  const parameters = Object.entries(parametersOf(pricing.formula))
  const values = parameters.map(([name, parameter]) => toCode(parameter, params[name]))
  return encodeAbiParameters(abiOf(pricing.formula), values)
}

export function formulaNameOf(contracts: ContractAddresses, formula: Address): Pricing['formula'] | undefined {
  const contract = contractNameOf(contracts, formula)
  return FORMULA_NAMES.find((name) => `${name}Formula` === contract)
}

/** Throws a RangeError for bytes that the formula's contract refuses. */
export function pricingFromParams(formula: Pricing['formula'], params: Hex): Pricing {
  const pricing = pricingOf(formula, decoded(formula, params))
  // One meaning has one encoding: what would be written otherwise is not what was meant.
  if (!isAccepted(pricing) || pricingToParams(pricing) !== params.toLowerCase()) throw unreadable(formula, params)
  return pricing
}

function decoded(formula: Pricing['formula'], params: Hex): Record<string, unknown> {
  const parameters = Object.entries(parametersOf(formula))
  try {
    const values = decodeAbiParameters(abiOf(formula), params)
    return Object.fromEntries(parameters.map(([name, parameter], index) => [name, fromCode(parameter, values[index])]))
  } catch (error) {
    throw unreadable(formula, params, error)
  }
}

function unreadable(formula: string, params: Hex, cause?: unknown): RangeError {
  return new RangeError(`${params} are no parameters of ${formula}`, { cause })
}

function abiOf(formula: Pricing['formula']): { type: string }[] {
  return Object.values(parametersOf(formula)).map((parameter) => ({ type: abiTypeOf(parameter) }))
}

function toCode(parameter: Parameter, value: AnyValue | undefined): unknown {
  return 'choices' in parameter ? codeOf<string>(parameter.choices, value as string) : value
}

function fromCode(parameter: Parameter, value: unknown): unknown {
  return 'choices' in parameter ? nameOf<string>(parameter.choices, value as number) : value
}
