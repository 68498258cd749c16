/** Offers between the domain and the contracts. */
import { registerValues } from '@/lib/domain/metering/register-values'
import {
  CUSTOMER_CLASSES,
  SETTLEMENT_MODELS,
  type DeviationClause,
  type Offer,
  type WorkedExample,
} from '@/lib/domain/offers/offer'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, watt, wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface DeviationStruct<Small = ChainInteger, Large = ChainInteger> {
  lower: Small
  upper: Small
  excess: Small
  shortfall: Large
  excessPayee: Address
  shortfallPayee: Address
}

/** As viem writes it with <number, bigint>, and as a log or a stored event gives it with the defaults. */
export interface OfferStruct<Small = ChainInteger, Large = ChainInteger> {
  retailer: Address
  formula: Address
  formulaParams: Hex
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

export interface ExampleStruct<Large = ChainInteger> {
  contracted: Large
  usage: { registers: readonly [Large, Large, Large, Large, Large]; maxDemand: Large }
  charge: Large
}

export function offerToStruct(offer: Offer): OfferStruct<number, bigint> {
  const { lower, upper, excess, ...clause } = offer.deviation
  return {
    ...offer,
    deviation: { ...clause, lower: Number(lower), upper: Number(upper), excess: Number(excess) },
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

export function exampleToStruct({ contracted, usage, charge }: WorkedExample): ExampleStruct<bigint> {
  return { contracted, usage: { registers: usage.registers, maxDemand: usage.maxDemand }, charge }
}

export function exampleFromStruct({ contracted, usage, charge }: ExampleStruct): WorkedExample {
  const registers = registerValues(usage.registers.map((value) => wh(toBigint(value))))
  return {
    contracted: wh(toBigint(contracted)),
    usage: { registers, maxDemand: watt(toBigint(usage.maxDemand)) },
    charge: micro(toBigint(charge)),
  }
}

function deviationFromStruct(struct: DeviationStruct): DeviationClause {
  return {
    lower: bps(toBigint(struct.lower)),
    upper: bps(toBigint(struct.upper)),
    excess: bps(toBigint(struct.excess)),
    shortfall: microPerKwh(toBigint(struct.shortfall)),
    excessPayee: lower(struct.excessPayee),
    shortfallPayee: lower(struct.shortfallPayee),
  }
}

function lower(address: Address): Address {
  return address.toLowerCase() as Address
}
