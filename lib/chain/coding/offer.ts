/** Offers between the domain and the contracts. */
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Determinants } from '@/lib/domain/offers/determinants'
import {
  CUSTOMER_CLASSES,
  REFERENCE_BASES,
  RULE_BASES,
  SETTLEMENT_MODELS,
  type DeviationClause,
  type Offer,
  type WorkedExample,
} from '@/lib/domain/offers/offer'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, signedMicroPerKwh, signedNano, watt, wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface DeviationStruct<Small = ChainInteger, Large = ChainInteger> {
  lower: Small
  upper: Small
  excess: Small
  shortfall: Large
  referenceBasis: Small
  ruleBasis: Small
  excessPayee: Address
  shortfallPayee: Address
}

/** As viem writes it with <number, bigint>, and as a log or a stored event gives it with the defaults. */
export interface OfferStruct<Small = ChainInteger, Large = ChainInteger> {
  retailer: Address
  formula: Address
  formulaParams: Hex
  priceCap: Large
  deviation: DeviationStruct<Small, Large>
  deposit: Large
  serviceFee: Large
  exitFee: Large
  noticeDays: Small
  coolingOffDays: Small
  termPeriods: Small
  customerClass: Small
  region: Small
  voltageClass: Small
  green: Small
  model: Small
  validFrom: Small
  validUntil: Small
  capacity: Large
}

export interface DeterminantsStruct<Small = ChainInteger, Large = ChainInteger> {
  registers: readonly [Large, Large, Large, Large, Large]
  maxDemand: Large
  capacity: Large
  referencePrice: Large
  index: Large
  indexCost: Large
  elapsed: Small
  whole: Small
}

export interface ExampleStruct<Small = ChainInteger, Large = ChainInteger> {
  contracted: Large
  usage: DeterminantsStruct<Small, Large>
  charge: Large
}

export function offerToStruct(offer: Offer): OfferStruct<number, bigint> {
  return {
    ...offer,
    deviation: deviationToStruct(offer.deviation),
    customerClass: codeOf(CUSTOMER_CLASSES, offer.customerClass),
    model: codeOf(SETTLEMENT_MODELS, offer.model),
    green: Number(offer.green),
  }
}

export function offerFromStruct(struct: OfferStruct): Offer {
  return {
    retailer: lower(struct.retailer),
    formula: lower(struct.formula),
    formulaParams: struct.formulaParams,
    priceCap: microPerKwh(toBigint(struct.priceCap)),
    deviation: deviationFromStruct(struct.deviation),
    deposit: microPerKwh(toBigint(struct.deposit)),
    serviceFee: microPerKwh(toBigint(struct.serviceFee)),
    exitFee: micro(toBigint(struct.exitFee)),
    noticeDays: toNumber(struct.noticeDays),
    coolingOffDays: toNumber(struct.coolingOffDays),
    termPeriods: toNumber(struct.termPeriods),
    customerClass: nameOf(CUSTOMER_CLASSES, toNumber(struct.customerClass)),
    region: toNumber(struct.region),
    voltageClass: toNumber(struct.voltageClass),
    green: bps(toBigint(struct.green)),
    model: nameOf(SETTLEMENT_MODELS, toNumber(struct.model)),
    validFrom: toNumber(struct.validFrom),
    validUntil: toNumber(struct.validUntil),
    capacity: wh(toBigint(struct.capacity)),
  }
}

export function exampleToStruct({ contracted, usage, charge }: WorkedExample): ExampleStruct<number, bigint> {
  return { contracted, usage, charge }
}

export function exampleFromStruct({ contracted, usage, charge }: ExampleStruct): WorkedExample {
  return {
    contracted: wh(toBigint(contracted)),
    usage: determinantsFromStruct(usage),
    charge: micro(toBigint(charge)),
  }
}

export function determinantsFromStruct(struct: DeterminantsStruct): Determinants {
  return {
    registers: registerValues(struct.registers.map((value) => wh(toBigint(value)))),
    maxDemand: watt(toBigint(struct.maxDemand)),
    capacity: watt(toBigint(struct.capacity)),
    referencePrice: microPerKwh(toBigint(struct.referencePrice)),
    index: signedMicroPerKwh(toBigint(struct.index)),
    indexCost: signedNano(toBigint(struct.indexCost)),
    elapsed: toNumber(struct.elapsed),
    whole: toNumber(struct.whole),
  }
}

export function deviationToStruct(deviation: DeviationClause): DeviationStruct<number, bigint> {
  const { lower, upper, excess, referenceBasis, ruleBasis, ...clause } = deviation
  return {
    ...clause,
    lower: Number(lower),
    upper: Number(upper),
    excess: Number(excess),
    referenceBasis: codeOf(REFERENCE_BASES, referenceBasis),
    ruleBasis: codeOf(RULE_BASES, ruleBasis),
  }
}

export function deviationFromStruct(struct: DeviationStruct): DeviationClause {
  return {
    lower: bps(toBigint(struct.lower)),
    upper: bps(toBigint(struct.upper)),
    excess: bps(toBigint(struct.excess)),
    shortfall: microPerKwh(toBigint(struct.shortfall)),
    referenceBasis: nameOf(REFERENCE_BASES, toNumber(struct.referenceBasis)),
    ruleBasis: nameOf(RULE_BASES, toNumber(struct.ruleBasis)),
    excessPayee: lower(struct.excessPayee),
    shortfallPayee: lower(struct.shortfallPayee),
  }
}

function lower(address: Address): Address {
  return address.toLowerCase() as Address
}
