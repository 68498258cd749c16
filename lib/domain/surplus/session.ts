/** A market session for one region and delivery period, and what is placed in it. */
import type { Address, Hex } from '../units/hex'
import type { Micro, Wh } from '../units/units'
import type { Clearing } from './clear'
import type { Tick } from './tick'

/** Credits for exported energy, or contracted energy that will not be used. Positions are codes on chain. */
export const SESSION_KINDS = ['Exported', 'Contracted'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

export const SESSION_STATUSES = ['Open', 'Cleared', 'Untraded', 'Voided'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

export interface SurplusSession {
  id: bigint
  region: number
  /** Of the delivery period, as `end` is. */
  start: number
  end: number
  kind: SessionKind
  /** From here on nothing can be withdrawn. */
  lockAt: number
  closeAt: number
  status: SessionStatus
  /** Placed so far, withdrawn ones included: the chain counts them. */
  lots: number
  bids: number
  /** Placed and not withdrawn. */
  offered: Wh
  wanted: Wh
  /** Only of a session that traded, as is the volume. */
  clearing: Clearing | null
  volume: Wh | null
  /** When it was opened, cleared or voided last. */
  changedAt: number
  /** Of the transaction that did. */
  txHash: Hex
}

export const ORDER_SIDES = ['Lot', 'Bid'] as const
export type OrderSide = (typeof ORDER_SIDES)[number]

export const ORDER_STATUSES = ['Placed', 'Withdrawn', 'Claimed'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** A lot or a bid, as its owner sees it. */
export interface PlacedOrder {
  sessionId: bigint
  side: OrderSide
  index: number
  account: Address
  orderId: Hex
  energy: Wh
  /** Of a lot the least, of a bid the most per Wh. */
  price: Tick
  /** A lot of credits: their id. Contracted energy: the agreement's id. A bid for credits: zero. */
  subject: Hex
  status: OrderStatus
  /** Sold or won, and received or paid for it. Null until it is claimed. */
  traded: Wh | null
  amount: Micro | null
  placedAt: number
  txHash: Hex
}
