import { HttpRequestError, UserRejectedRequestError, BaseError } from 'viem'
import { refusalOf } from '@/lib/chain/refusal'
import type { Refusal } from '@/lib/domain/decision'

/** Why a wallet flow stopped. Each has one message and says what to do; every one can be tried again. */
export type WalletFailure =
  | { kind: 'rejected' }
  | { kind: 'closed' }
  | { kind: 'wrongNetwork'; network: string; chainId: number; given: number }
  | { kind: 'wrongAccount'; wanted: string; given: string }
  | { kind: 'noGas' }
  | { kind: 'busy' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'reverted'; txHash: string }
  | { kind: 'serverFailed' }
  | { kind: 'unexpected'; detail: string }

/** A failure that already has its name. */
export class WalletFlowError extends Error {
  constructor(readonly failure: WalletFailure) {
    super(failure.kind)
    this.name = 'WalletFlowError'
  }
}

/** For services and actions, which return refusals instead of throwing them. */
export function refused(refusal: Refusal): WalletFlowError {
  return new WalletFlowError({ kind: 'refused', refusal })
}

/** EIP-1193: a request is already waiting in the wallet. */
const RESOURCE_UNAVAILABLE = -32002

/** The name of whatever was thrown by a wallet, the chain or the network. */
export function failureOf(error: unknown): WalletFailure {
  if (error instanceof WalletFlowError) return error.failure
  if (isRejection(error)) return { kind: 'rejected' }
  if (has(error, (cause) => codeOf(cause) === RESOURCE_UNAVAILABLE)) return { kind: 'busy' }
  if (has(error, (cause) => nameOf(cause) === 'InsufficientFundsError')) return { kind: 'noGas' }
  const refusal = refusalOf(error)
  if (refusal) return { kind: 'refused', refusal }
  if (has(error, isNetworkTrouble)) return { kind: 'unreachable' }
  if (isServerError(error)) return { kind: 'serverFailed' }
  return { kind: 'unexpected', detail: shortMessage(error) }
}

function isRejection(error: unknown): boolean {
  return has(
    error,
    (cause) => cause instanceof UserRejectedRequestError || codeOf(cause) === UserRejectedRequestError.code,
  )
}

function isNetworkTrouble(cause: unknown): boolean {
  // A browser reports a lost connection as a TypeError of fetch.
  const lost = cause instanceof TypeError && /fetch|network|load failed/i.test(cause.message)
  return lost || cause instanceof HttpRequestError
}

/** React gives what an action threw a digest and no words: it was not the wallet. */
function isServerError(error: unknown): boolean {
  return error instanceof Error && 'digest' in error
}

/** The error itself, or anything it wraps. */
function has(error: unknown, test: (cause: unknown) => boolean): boolean {
  return test(error) || (error instanceof BaseError && error.walk(test) !== null)
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

function nameOf(error: unknown): unknown {
  return error instanceof Error ? error.name : undefined
}

function shortMessage(error: unknown): string {
  if (error instanceof BaseError) return error.shortMessage
  return error instanceof Error ? error.message : String(error)
}
