/** What generator, buyer and grid sign. Mirrors PurchaseLib. Vectors: contract-year.json. */
import { MONTHS } from '../agreements/terms'
import type { DeviationClause, SettlementModel } from '../offers/offer'
import { ZERO_ADDRESS, type Address, type Hex } from '../units/hex'
import { bps, microPerKwh, wh, type Bps, type Micro, type MicroPerKwh, type Wh } from '../units/units'

export const NO_METER: Hex = `0x${'0'.repeat(64)}`

/** One EIP-712 message for all three. Its struct hash is the purchase's id. Mirrors the Solidity struct PurchaseTerms. */
export interface PurchaseTerms {
  generator: Address
  /** A retailer, or in a direct purchase the large consumer who holds the use meter. */
  buyer: Address
  grid: Address
  /** What it exports is what was delivered. */
  deliveryMeterId: Hex
  /** The consumer's meter in a direct purchase; NO_METER otherwise. */
  useMeterId: Hex
  region: number
  voltageClass: number
  model: SettlementModel
  /** First instant of delivery; the start of a published settlement period. */
  start: number
  periods: number
  /** Agreed energy of each month, counted from `start` and repeated every twelve. */
  agreed: readonly Wh[]
  /** Of delivered energy, and in a direct purchase of the consumer's energy line. */
  price: MicroPerKwh
  /** Share of the agreed energy that must be delivered. */
  lower: Bps
  /** The generator's, locked from signing to the last period. */
  deposit: Micro
  /** On the consumer's side of a direct purchase. Without a use meter it says nothing. */
  deviation: DeviationClause
  generatorNonce: bigint
  buyerNonce: bigint
  gridNonce: bigint
  expiry: number
}

/** What a purchase without a consumer says where a clause must stand. */
export const NO_CLAUSE: DeviationClause = {
  lower: bps(0n),
  upper: bps(0n),
  excess: bps(0n),
  shortfall: microPerKwh(0n),
  referenceBasis: 'Agency',
  ruleBasis: 'Monthly',
  excessPayee: ZERO_ADDRESS,
  shortfallPayee: ZERO_ADDRESS,
}

export function isDirect({ useMeterId }: Pick<PurchaseTerms, 'useMeterId'>): boolean {
  return BigInt(useMeterId) !== 0n
}

/** Who owes the generator its payment (SPEC section 7, last column). */
export function payerOf({ model, buyer, grid }: Pick<PurchaseTerms, 'model' | 'buyer' | 'grid'>): Address {
  return model === 'RetailerLed' ? buyer : grid
}

/** Agreed energy of a period, counted from zero at the start. */
export function agreedFor({ agreed }: Pick<PurchaseTerms, 'agreed'>, index: number): Wh {
  const energy = agreed[index % MONTHS]
  if (energy === undefined) throw new RangeError(`no agreed energy for period ${index}`)
  return energy
}

/** Whether a period closes a contract year: each twelfth does, and the last one. */
export function closesYear({ periods }: Pick<PurchaseTerms, 'periods'>, index: number): boolean {
  return (index + 1) % MONTHS === 0 || index + 1 === periods
}

/** Contracted energy of the contract year that a period closes. */
export function contractedOfYear({ agreed }: Pick<PurchaseTerms, 'agreed'>, index: number): Wh {
  return wh(agreed.slice(0, (index % MONTHS) + 1).reduce<bigint>((sum, energy) => sum + energy, 0n))
}
