/** Where a session is on its way, at an instant of the chain's clock. */
import type { SessionStatus } from './session'

/**
 * `open`: lots and bids come and go. `locked`: they still come, and what was placed is binding. `clearing`: nothing comes any more, and
 * the result is being found. `overdue`: contracted energy whose delivery period ended before it was cleared; it will be voided.
 */
export type SessionPhase = 'open' | 'locked' | 'clearing' | 'overdue' | 'cleared' | 'untraded' | 'voided'

export interface PhaseFacts {
  status: SessionStatus
  kind: 'Exported' | 'Contracted'
  lockAt: number
  closeAt: number
  /** Of the delivery period. */
  end: number
}

const ENDED = { Cleared: 'cleared', Untraded: 'untraded', Voided: 'voided' } as const

/** Mirrors SurplusMarket: withdrawing ends at the lock, placing at the close, clearing of contracted energy at the period's end. */
export function phaseAt({ status, kind, lockAt, closeAt, end }: PhaseFacts, now: number): SessionPhase {
  if (status !== 'Open') return ENDED[status]
  if (now < lockAt) return 'open'
  if (now < closeAt) return 'locked'
  return kind === 'Contracted' && now >= end ? 'overdue' : 'clearing'
}

/** Whether lots and bids can be placed. */
export const takesOrders = (phase: SessionPhase): boolean => phase === 'open' || phase === 'locked'

/** The next instant at which the phase changes by itself; null if none does. */
export function nextChange({ lockAt, closeAt }: PhaseFacts, phase: SessionPhase): number | null {
  if (phase === 'open') return lockAt
  return phase === 'locked' ? closeAt : null
}
