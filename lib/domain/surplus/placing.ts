/** What lots and bids have in common before anything is placed. The checks and their order mirror SurplusSessions._place. */
import type { Refusal } from '../decision'
import { ACTIVITIES } from '../safety/activity'
import { codeOf } from '../units/codes'
import { sameHex, ZERO_HASH, type Address, type Hex } from '../units/hex'
import type { Wh } from '../units/units'
import type { OrderSide, SessionKind } from './session'
import type { Tick } from './tick'

/** What is signed (EIP-712, as a Lot or a Bid). Mirrors the Solidity struct Order. */
export interface WishedOrder {
  sessionId: bigint
  account: Address
  energy: Wh
  /** Of a lot the least, of a bid the most per Wh. */
  price: Tick
  subject: Hex
  nonce: bigint
  expiry: number
}

/** In the order of the Solidity enum. */
export const CHAIN_SESSION_STATUSES = ['Unknown', 'Open', 'Cleared', 'Untraded', 'Voided'] as const
export type ChainSessionStatus = (typeof CHAIN_SESSION_STATUSES)[number]

/** What the chain says of a session. */
export interface ChainSession {
  status: ChainSessionStatus
  kind: SessionKind
  region: number
  /** Of the delivery period. */
  start: number
  lockAt: number
  closeAt: number
}

export interface PlacingFacts {
  now: number
  order: WishedOrder
  session: ChainSession
  /** The account's next nonce for the key of this order. */
  nextNonce: bigint
  /** Null while nothing has been signed. */
  signatureValid: boolean | null
  /** The side that the account, or one of its group, has taken in this session; withdrawing does not give it up. */
  sideTaken: OrderSide | null
  /** Zero if the account belongs to none. */
  group: number
  /** Bidding runs again at this instant; zero or past if it runs now. */
  pausedUntil: number
}

export function placingRefusal(facts: PlacingFacts, side: OrderSide): Refusal | null {
  const { now, order, session, sideTaken, group, pausedUntil } = facts
  const { sessionId, account } = order
  if (now < pausedUntil) {
    const activity = BigInt(codeOf(ACTIVITIES, 'Bidding'))
    return { name: 'ActivityPaused', facts: { activity, until: BigInt(pausedUntil) } }
  }
  const ended = openRefusal(sessionId, session)
  if (ended) return ended
  if (now >= session.closeAt) {
    return { name: 'SessionClosed', facts: { sessionId, closeAt: BigInt(session.closeAt) } }
  }
  if (order.energy === 0n) return { name: 'EnergyZero', facts: {} }
  const unsigned = intentRefusal({ ...facts, intent: order })
  if (unsigned) return unsigned
  if (sideTaken === null || sideTaken === side) return null
  return { name: 'AffiliateTrade', facts: { sessionId, account, group: BigInt(group) } }
}

/** Mirrors SurplusSessions._open. */
export function openRefusal(sessionId: bigint, { status }: Pick<ChainSession, 'status'>): Refusal | null {
  if (status === 'Open') return null
  if (status === 'Unknown') return { name: 'SessionUnknown', facts: { sessionId } }
  return { name: 'SessionNotOpen', facts: { sessionId, status: BigInt(codeOf(CHAIN_SESSION_STATUSES, status)) } }
}

/** Mirrors SurplusSessions._useSignature. */
export function intentRefusal({
  now,
  intent: { account, nonce, expiry },
  nextNonce,
  signatureValid,
}: Pick<PlacingFacts, 'now' | 'nextNonce' | 'signatureValid'> & {
  intent: { account: Address; nonce: bigint; expiry: number }
}): Refusal | null {
  if (now > expiry) return { name: 'IntentExpired', facts: { expiry: BigInt(expiry) } }
  if (nonce !== nextNonce) return { name: 'InvalidAccountNonce', facts: { account, currentNonce: nextNonce } }
  return signatureValid === false ? { name: 'SignatureInvalid', facts: { account } } : null
}

/**
 * Whether what is placed names an agreement of its owner, which the contract has to be shown: where contracted energy is traded, and
 * where credits are bought for its bills. A bid that names nothing keeps its credits.
 */
export function namesAgreement(side: OrderSide, { kind }: Pick<ChainSession, 'kind'>, subject: Hex): boolean {
  return kind === 'Contracted' || (side === 'Bid' && !sameHex(subject, ZERO_HASH))
}
