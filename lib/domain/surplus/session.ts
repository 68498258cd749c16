/** A session of the surplus market, and what is placed in it, as the rows have them. Mirrors the Solidity structs Session and Order. */
import type { Address, Hex } from '../units/hex'
import type { Micro, Wh } from '../units/units'
import type { Clearing } from './clear'
import type { Tick } from './tick'

export const SESSION_KINDS = ['Exported', 'Contracted'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

export const SESSION_STATUSES = ['Open', 'Cleared', 'Untraded', 'Voided'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

export interface SurplusSession {
  id: bigint
  region: number
  /** Of the delivery period. */
  start: number
  end: number
  kind: SessionKind
  lockAt: number
  closeAt: number
  status: SessionStatus
  lots: number
  bids: number
  /** Placed and not withdrawn. */
  offered: Wh
  wanted: Wh
  clearing: Clearing | null
  volume: Wh | null
  changedAt: number
}

export const ORDER_SIDES = ['Lot', 'Bid'] as const
export type OrderSide = (typeof ORDER_SIDES)[number]
export const ORDER_STATUSES = ['Placed', 'Withdrawn', 'Claimed'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export interface PlacedOrder {
  sessionId: bigint
  side: OrderSide
  index: number
  account: Address
  orderId: Hex
  energy: Wh
  /** Of a lot the least, of a bid the most. */
  price: Tick
  subject: Hex
  status: OrderStatus
  /** Awarded or sold, after the claim. */
  traded: Wh | null
  /** Paid or received, after the claim. */
  amount: Micro | null
  placedAt: number
  txHash: Hex
}
