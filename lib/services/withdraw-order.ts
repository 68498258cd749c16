/** Takes a signature that takes a lot or a bid back, and has it sent: before the session locks. */
import { hashTypedData } from 'viem'
import { deployment } from '@/lib/chain/deployment'
import { orderWithdrawalTypedData, withdrawOrderCall } from '@/lib/chain/intents/surplus'
import { headOf } from '@/lib/chain/logs'
import { placedOrderOf, sessionOf, surplusNonceOf } from '@/lib/chain/read-surplus'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { canWithdrawOrder, type OrderWithdrawal, type OrderWithdrawalFacts } from '@/lib/domain/surplus/can-withdraw'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { knownOrder, noOrderUnderWay, oneOrderAtATime } from './order-request'
import { queueCalls } from './queue-relay'

export interface SignedOrderWithdrawal {
  withdrawal: OrderWithdrawal
  signature: Hex
}

/** The same signature may come twice: it is one request. @returns its id, to follow. */
export async function withdrawOrder(
  viewer: Viewer,
  { withdrawal, signature }: SignedOrderWithdrawal,
): Promise<Decision<string>> {
  const { account, sessionId } = withdrawal
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const { chainId, contracts: at } = deployment()
  const digest = hashTypedData(orderWithdrawalTypedData({ chainId, surplusMarket: at.SurplusMarket }, withdrawal))
  const known = await knownOrder(viewer, digest)
  if (known) return ok(known)
  const decision = canWithdrawOrder(await withdrawalFacts(withdrawal))
  if (!decision.ok) return decision
  const call = withdrawOrderCall(at, withdrawal, signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  const about = { digest, sessionId: String(sessionId) }
  return queueCalls(viewer, [{ kind: 'withdrawOrder', call, about }], oneOrderAtATime(viewer, digest))
}

export type WithdrawalWish = Omit<OrderWithdrawal, 'nonce' | 'expiry'>

/** Whether it could be taken back this moment: asked before a wallet is. */
export async function checkOrderWithdrawal(viewer: Viewer, wish: WithdrawalWish): Promise<Decision<null>> {
  const { account } = wish
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const waiting = await noOrderUnderWay(viewer)
  return waiting.ok ? canWithdrawOrder(await withdrawalFacts(wish)) : waiting
}

/** Read from the chain: the session may have locked a second ago. A wish counts as signed now, with the right nonce. */
async function withdrawalFacts(withdrawal: OrderWithdrawal | WithdrawalWish): Promise<OrderWithdrawalFacts> {
  const { sessionId, account, isLot, index } = withdrawal
  const [head, session, nextNonce, placed] = await Promise.all([
    headOf(),
    sessionOf(sessionId),
    surplusNonceOf(account),
    placedOrderOf(sessionId, isLot ? 'Lot' : 'Bid', index),
  ])
  const now = head.timestamp
  return {
    now,
    withdrawal: 'nonce' in withdrawal ? withdrawal : { ...withdrawal, nonce: nextNonce, expiry: now },
    session,
    nextNonce,
    signatureValid: null, // The contract judges it, when there is one.
    owner: placed && (placed.account.toLowerCase() as Address),
  }
}
