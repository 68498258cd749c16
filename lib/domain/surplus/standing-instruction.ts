/**
 * What becomes of every exported Wh by itself (SPEC section 9), signed once. Mirrors the Solidity struct. Whoever carries it out can do
 * no worse than what it says, and it ends the moment its owner revokes it.
 */
import type { Address } from '../units/hex'
import type { Bps, MicroPerKwh, Wh } from '../units/units'
import type { Tick } from './tick'

export const INSTRUCTED_USES = ['Sell', 'Store', 'Return'] as const
export type InstructedUse = (typeof INSTRUCTED_USES)[number]

/** What happens with what was not sold, or did not fit into the storage. What is kept is offered again in the next session. */
export const LEFTOVERS = ['Keep', 'Return'] as const
export type Leftover = (typeof LEFTOVERS)[number]

/** An account has one for each region; a new one takes the place of the one before. */
export interface StandingInstruction {
  account: Address
  region: number
  /** What is done first. */
  first: InstructedUse
  /** The least price of a lot. Zero unless it sells. */
  reserve: Tick
  /** Where it stores; zero unless it does. */
  storageId: number
  /** The least that comes out of the storage again; zero unless it stores. */
  efficiency: Bps
  rest: Leftover
  /** The least feed-in price at which anything is returned; zero where it never is. */
  feedIn: MicroPerKwh
  /** Start of the first delivery period whose energy it is about. */
  from: number
  /** Last second at which it counts. */
  until: number
  nonce: bigint
}

/** Ends an instruction at once; with the nonce of one that was signed and not sent yet, that one can never be. */
export interface InstructionRevocation {
  account: Address
  region: number
  nonce: bigint
  expiry: number
}

/** As the market keeps it. */
export interface GivenInstruction extends StandingInstruction {
  givenAt: number
  txHash: string
}

/** One thing that was done by an instruction, whoever did it. */
export interface InstructionStep {
  account: Address
  region: number
  /** Of the delivery period. */
  start: number
  use: InstructedUse
  energy: Wh
  at: number
  txHash: string
}
