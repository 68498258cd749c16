/** Purchases between the domain and the contracts. */
import { SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import { codeOf, nameOf } from '@/lib/domain/units/codes'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'
import { deviationFromStruct, deviationToStruct, type DeviationStruct } from './offer'
import { monthValues, type MonthValues } from './terms'

export interface PurchaseStruct<Small = ChainInteger, Large = ChainInteger, Months = readonly ChainInteger[]> {
  generator: Address
  buyer: Address
  grid: Address
  deliveryMeterId: Hex
  useMeterId: Hex
  region: Small
  voltageClass: Small
  model: Small
  start: Small
  periods: Small
  agreed: Months
  price: Large
  lower: Small
  deposit: Large
  deviation: DeviationStruct<Small, Large>
  generatorNonce: Large
  buyerNonce: Large
  gridNonce: Large
  expiry: Small
}

export function purchaseToStruct(terms: PurchaseTerms): PurchaseStruct<number, bigint, MonthValues<bigint>> {
  return {
    ...terms,
    model: codeOf(SETTLEMENT_MODELS, terms.model),
    agreed: monthValues<bigint>(terms.agreed),
    lower: Number(terms.lower),
    deviation: deviationToStruct(terms.deviation),
  }
}

export function purchaseFromStruct(struct: PurchaseStruct): PurchaseTerms {
  return {
    generator: lower(struct.generator),
    buyer: lower(struct.buyer),
    grid: lower(struct.grid),
    deliveryMeterId: struct.deliveryMeterId,
    useMeterId: struct.useMeterId,
    region: toNumber(struct.region),
    voltageClass: toNumber(struct.voltageClass),
    model: nameOf(SETTLEMENT_MODELS, toNumber(struct.model)),
    start: toNumber(struct.start),
    periods: toNumber(struct.periods),
    agreed: monthValues(struct.agreed).map((energy) => wh(toBigint(energy))),
    price: microPerKwh(toBigint(struct.price)),
    lower: bps(toBigint(struct.lower)),
    deposit: micro(toBigint(struct.deposit)),
    deviation: deviationFromStruct(struct.deviation),
    generatorNonce: toBigint(struct.generatorNonce),
    buyerNonce: toBigint(struct.buyerNonce),
    gridNonce: toBigint(struct.gridNonce),
    expiry: toNumber(struct.expiry),
  }
}

function lower(address: Address): Address {
  return address.toLowerCase() as Address
}
