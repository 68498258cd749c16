/** What a standing instruction says is to be done next with exported energy that is still held; null if nothing can be. */
import type { Wh } from '../units/units'
import type { InstructedUse, Leftover } from './standing-instruction'

export interface StepFacts {
  first: InstructedUse
  rest: Leftover
  /** The instruction has offered energy of this period for sale before. */
  listed: boolean
  /** A session of this period that still takes lots and is not locked. */
  sessionId: bigint | null
  /** What the storage still takes. */
  storageLeft: Wh
  /** The feed-in price is published, and at least what the instruction asks for. */
  returnable: boolean
}

export type NextStep = { use: 'Sell'; sessionId: bigint } | { use: 'Store' } | { use: 'Return' }

/** Mirrors what Autopilot allows. */
export function nextStep({ first, rest, listed, sessionId, storageLeft, returnable }: StepFacts): NextStep | null {
  const sells = first === 'Sell' && (rest === 'Keep' || !listed)
  if (sells) return sessionId === null ? null : { use: 'Sell', sessionId }
  if (first === 'Store' && storageLeft > 0n) return { use: 'Store' }
  const returns = first === 'Return' || rest === 'Return'
  return returns && returnable ? { use: 'Return' } : null
}
