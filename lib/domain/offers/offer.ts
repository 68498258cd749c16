import type { Address, Hex } from '../units/hex'
import type { Bps, Micro, MicroPerKwh, Wh } from '../units/units'
import type { Determinants } from './determinants'

/** Who bills what to whom (SPEC section 7). The position of a name is its code on chain. */
export const SETTLEMENT_MODELS = ['Integrated', 'GridLed', 'RetailerLed'] as const
export type SettlementModel = (typeof SETTLEMENT_MODELS)[number]

export const CUSTOMER_CLASSES = ['Household', 'Business'] as const
export type CustomerClass = (typeof CUSTOMER_CLASSES)[number]

export const OFFER_STATUSES = ['Unknown', 'Published', 'Withdrawn'] as const
export type OfferStatus = (typeof OFFER_STATUSES)[number]

/** The published price that excess energy and spread sharing are measured by. */
export const REFERENCE_BASES = ['Agency', 'Catalogue'] as const
export type ReferenceBasis = (typeof REFERENCE_BASES)[number]

/** Whether the tolerance band holds for each month, or once for the contract year. */
export const RULE_BASES = ['Monthly', 'Annual'] as const
export type RuleBasis = (typeof RULE_BASES)[number]

/** What happens when actual energy leaves the tolerance band around contracted energy. */
export interface DeviationClause {
  lower: Bps
  upper: Bps
  /** Excess energy is priced at reference price × this ratio. */
  excess: Bps
  shortfall: MicroPerKwh
  referenceBasis: ReferenceBasis
  ruleBasis: RuleBasis
  /** Zero means: whoever the settlement model names. */
  excessPayee: Address
  shortfallPayee: Address
}

/** A retail package. Its id is the hash of all of this, so it can be withdrawn but never edited. Mirrors the Solidity struct. */
export interface Offer {
  retailer: Address
  formula: Address
  formulaParams: Hex
  /** Highest average energy price of a period. Zero means no cap. */
  priceCap: MicroPerKwh
  deviation: DeviationClause
  /** Deposit per kWh of an average month's contracted energy. */
  deposit: MicroPerKwh
  /** The retailer's share of the energy line where the grid bills (GridLed only). */
  serviceFee: MicroPerKwh
  exitFee: Micro
  noticeDays: number
  coolingOffDays: number
  termPeriods: number
  customerClass: CustomerClass
  region: number
  voltageClass: number
  green: Bps
  model: SettlementModel
  validFrom: number
  validUntil: number
  /** How much contracted energy a year may be sold. Zero means no limit. */
  capacity: Wh
}

/** A promise that can be tried: the formula must return exactly this charge for this usage. */
export interface WorkedExample {
  contracted: Wh
  usage: Determinants
  charge: Micro
}
