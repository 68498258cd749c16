/** What sellers and buyers sign in a surplus session. Safe for the client. Mirrors OrderLib and SurplusMarket's domain. */
import { encodeFunctionData } from 'viem'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Clearing } from '@/lib/domain/surplus/clear'
import { SESSION_KINDS, type SessionKind } from '@/lib/domain/surplus/session'
import type { Tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { termsToWords } from '../coding/terms'
import { surplusBookAbi, surplusMarketAbi, type ContractAddresses } from '../contracts'
import type { Call } from './calls'

/** A lot or a bid. */
export interface Order {
  sessionId: bigint
  account: Address
  energy: Wh
  /** Of a lot the least, of a bid the most per Wh. */
  price: Tick
  /** A lot of credits: their id. Contracted energy: the agreement's id. A bid for credits: the agreement
   * whose bills they are to lower, or zero to keep them. */
  subject: Hex
  nonce: bigint
  /** Last second at which the signature counts. */
  expiry: number
}

export interface OrderWithdrawal {
  sessionId: bigint
  account: Address
  isLot: boolean
  index: number
  nonce: bigint
  expiry: number
}

/** The agreement that a lot or bid names, as its parties know it. */
export interface TradedAgreement {
  terms: Terms
  /** Start of the settlement period that it is settled into. */
  period: number
}

const orderFields = <Price extends string>(price: Price) =>
  [
    { name: 'sessionId', type: 'uint256' },
    { name: 'account', type: 'address' },
    { name: 'energyWh', type: 'uint40' },
    { name: price, type: 'uint24' },
    { name: 'subject', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ] as const

export const surplusTypes = {
  Lot: orderFields('reserve'),
  Bid: orderFields('limit'),
  OrderWithdrawal: [
    { name: 'sessionId', type: 'uint256' },
    { name: 'account', type: 'address' },
    { name: 'isLot', type: 'bool' },
    { name: 'index', type: 'uint32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint40' },
  ],
} as const

export interface SurplusPlace {
  chainId: number
  surplusMarket: Address
}

const domainOf = ({ chainId, surplusMarket }: SurplusPlace) =>
  ({ name: 'Switchyard Surplus', version: '1', chainId, verifyingContract: surplusMarket }) as const

export function lotTypedData(place: SurplusPlace, { energy, price, ...order }: Order) {
  const message = { ...order, energyWh: Number(energy), reserve: Number(price) }
  return { domain: domainOf(place), types: { Lot: surplusTypes.Lot }, primaryType: 'Lot', message } as const
}

export function bidTypedData(place: SurplusPlace, { energy, price, ...order }: Order) {
  const message = { ...order, energyWh: Number(energy), limit: Number(price) }
  return { domain: domainOf(place), types: { Bid: surplusTypes.Bid }, primaryType: 'Bid', message } as const
}

export function orderWithdrawalTypedData(place: SurplusPlace, message: OrderWithdrawal) {
  const types = { OrderWithdrawal: surplusTypes.OrderWithdrawal }
  return { domain: domainOf(place), types, primaryType: 'OrderWithdrawal', message } as const
}

export interface SignedOrder {
  order: Order
  /** Of the agreement that the subject names; null if it names none. */
  agreement: TradedAgreement | null
  signature: Hex
}

const NO_AGREEMENT = {
  offerId: ZERO_HASH,
  terms: { meterId: ZERO_HASH, parties: 0n, contracted: [0n, 0n, 0n], replaces: ZERO_HASH, nonce: 0n },
  period: 0,
} as const

const surplus = (at: ContractAddresses, data: Hex): Call => ({ to: at.SurplusMarket, data })

const proofOf = ({ terms, period }: TradedAgreement) => ({ offerId: terms.offerId, terms: termsToWords(terms), period })

function placingArgs({ order, agreement, signature }: SignedOrder) {
  const proof = agreement ? proofOf(agreement) : NO_AGREEMENT
  return [{ ...order, energy: Number(order.energy), price: Number(order.price) }, proof, signature] as const
}

export function listCall(at: ContractAddresses, lot: SignedOrder): Call {
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'list', args: placingArgs(lot) }))
}

export function bidCall(at: ContractAddresses, bid: SignedOrder): Call {
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'bid', args: placingArgs(bid) }))
}

export function withdrawOrderCall(at: ContractAddresses, withdrawal: OrderWithdrawal, signature: Hex): Call {
  const args = [withdrawal, signature] as const
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'withdraw', args }))
}

export interface Opening {
  region: number
  /** Of the delivery period. */
  start: number
  kind: SessionKind
  lockAt: number
  closeAt: number
}

/** For the exchange's wallet. */
export function openSessionCall(at: ContractAddresses, { kind, ...opening }: Opening): Call {
  const args = [{ ...opening, kind: SESSION_KINDS.indexOf(kind) }] as const
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'open', args }))
}

/** @param most Lots and bids to count in this transaction. */
export function clearCall(at: ContractAddresses, sessionId: bigint, clearing: Clearing, most: bigint): Call {
  const args = [sessionId, { ...clearing, price: Number(clearing.price) }, most] as const
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'clear', args }))
}

export function voidSessionCall(at: ContractAddresses, sessionId: bigint): Call {
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'voidSession', args: [sessionId] }))
}

/** For anybody: what they name is paid to its owners. Bids come first, for lots are paid out of them. */
export function claimCall(
  at: ContractAddresses,
  sessionId: bigint,
  { bids, lots }: { bids: readonly number[]; lots: readonly number[] },
): Call {
  const args = [sessionId, bids, lots] as const
  return surplus(at, encodeFunctionData({ abi: surplusMarketAbi, functionName: 'claim', args }))
}

/** Puts usable credits of the sender on an agreement of its own: its next bills take them. */
export function putCall(
  at: ContractAddresses,
  put: { creditId: bigint; energy: Wh; agreement: TradedAgreement },
): Call {
  const args = [put.creditId, put.energy, proofOf(put.agreement)] as const
  return { to: at.SurplusBook, data: encodeFunctionData({ abi: surplusBookAbi, functionName: 'put', args }) }
}

/** Moves what is due to an agreement that has ended to another of its consumer. Anyone may send it. */
export function moveDueCall(at: ContractAddresses, { from, to }: Record<'from' | 'to', TradedAgreement>): Call {
  const args = [proofOf(from), proofOf(to)] as const
  return { to: at.SurplusBook, data: encodeFunctionData({ abi: surplusBookAbi, functionName: 'moveDue', args }) }
}
