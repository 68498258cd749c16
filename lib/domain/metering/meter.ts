import type { CustomerClass } from '../offers/offer'
import type { Address, Hex } from '../units/hex'
import type { Watt } from '../units/units'

/** What a signature needs to know of a supply point. Mirrors IMeterRegistry.supplyPoint. */
export interface SupplyPoint {
  holder: Address
  region: number
  voltageClass: number
  customerClass: CustomerClass
  /** What the connection can carry. */
  capacity: Watt
}

export interface Dial {
  /** Digits of the register, counted in Wh; it rolls over at 10^digits. */
  digits: number
  /** Transformer ratio: energy = register advance × multiplier. */
  multiplier: number
}

/** What an operator states about a meter when registering it. Mirrors the Solidity struct Meter. */
export interface Meter extends SupplyPoint, Dial {
  operator: Address
  /** ERC-7913 signer: 20 bytes for secp256k1, verifier ++ public key for P-256. */
  signer: Hex
}

/** What turns two reads into energy. */
export type CountingMeter = Pick<Meter, 'digits' | 'multiplier' | 'capacity'>
