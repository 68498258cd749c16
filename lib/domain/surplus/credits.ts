/** Credits for exported energy, as their owners see them. */
import type { Address, Hex } from '../units/hex'
import type { Bps, Micro, MicroPerKwh, Wh } from '../units/units'

/** Exported: what a meter counted. Stored: what is left of it in a storage. Usable: lowers the energy charge of its holder. */
export const HELD_CREDIT_KINDS = ['Exported', 'Stored', 'Usable'] as const
export type HeldCreditKind = (typeof HELD_CREDIT_KINDS)[number]

export interface CreditFacts {
  creditId: bigint
  kind: HeldCreditKind
  region: number
  /** Of the delivery period. */
  start: number
  /** Only of stored energy. */
  expiry: number | null
  storageId: number | null
}

export interface HeldCredit extends CreditFacts {
  energy: Wh
}

/**
 * Kept is what storing left, which is stored under another id. Bought is usable, as is what a charging point received for
 * what it gave. Received and Given are also gifts.
 */
export const CREDIT_MOVES = [
  'Minted',
  'Listed',
  'TakenBack',
  'Sold',
  'Bought',
  'Stored',
  'Kept',
  'Returned',
  'Redeemed',
  'Used',
  'Received',
  'Given',
] as const
export type CreditMove = (typeof CREDIT_MOVES)[number]

export interface CreditMovement extends CreditFacts {
  what: CreditMove
  energy: Wh
  /** Paid or received for it. */
  amount: Micro | null
  counterparty: Address | null
  at: number
  txHash: Hex
}

/** How an exported Wh leaves its owner (SPEC section 9): each in one of these ways, and once. */
export type Fate = 'sold' | 'stored' | 'returned' | 'redeemed'

/** Listed is in lots of sessions that are not cleared: it may be sold or come back. */
type Counted = Record<Fate | 'exported' | 'listed', Wh>

/** Where the exports of one delivery period went: exported + received = held + listed + the fates + given. */
export interface OwnFates extends Counted {
  start: number
  region: number
  held: Wh
  received: Wh
  given: Wh
}

/** Of all there ever was of one credit: exported = free + listed + the fates + used. */
export interface CreditFates extends Counted {
  /** Nobody has decided yet. */
  free: Wh
  /** Only of usable credits: it lowered energy charges. */
  used: Wh
}

/** They never change: other terms are another offer. */
export interface StorageTerms {
  /** What of each Wh comes out again. */
  efficiency: Bps
  /** Seconds that stored energy is kept. */
  lifetime: number
  capacity: Wh
}

/** Where a storage operator takes energy. */
export interface StorageOffer extends StorageTerms {
  id: number
  operator: Address
  /** Of the capacity; nothing once it is closed. */
  left: Wh
  closed: boolean
}

/** What a grid company pays for energy returned in a region and delivery period. */
export interface FeedInPrice {
  payer: Address
  price: MicroPerKwh
}

export interface PublishedFeedIn extends FeedInPrice {
  region: number
  /** Of the delivery period. */
  start: number
}
