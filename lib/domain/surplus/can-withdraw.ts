/** May a lot or a bid be taken back now? The checks and their order mirror SurplusMarket.withdraw. */
import { ok, refuse, type Decision } from '../decision'
import { sameHex, type Address } from '../units/hex'
import { intentRefusal, openRefusal, type ChainSession } from './placing'

/** What is signed (EIP-712). Mirrors the Solidity struct OrderWithdrawal. */
export interface OrderWithdrawal {
  sessionId: bigint
  account: Address
  isLot: boolean
  index: number
  nonce: bigint
  expiry: number
}

export interface OrderWithdrawalFacts {
  now: number
  withdrawal: OrderWithdrawal
  session: ChainSession
  nextNonce: bigint
  /** Null while nothing has been signed. */
  signatureValid: boolean | null
  /** Whose lot or bid it is; null if there is none, or none any more. */
  owner: Address | null
}

export function canWithdrawOrder(facts: OrderWithdrawalFacts): Decision<null> {
  const { now, withdrawal, session, owner } = facts
  const { sessionId, account, index } = withdrawal
  const refusal = openRefusal(sessionId, session)
  if (refusal) return { ok: false, refusal }
  if (now >= session.lockAt) return refuse('SessionLocked', { sessionId, lockAt: BigInt(session.lockAt) })
  const unsigned = intentRefusal({ ...facts, intent: withdrawal })
  if (unsigned) return { ok: false, refusal: unsigned }
  if (owner === null || !sameHex(owner, account)) return refuse('OrderUnknown', { sessionId, index: BigInt(index) })
  return ok(null)
}
