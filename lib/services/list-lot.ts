/** Takes a seller's signature under a lot and has it sent. */
import { hashTypedData } from 'viem'
import { deployment } from '@/lib/chain/deployment'
import { listCall, lotTypedData, type Order, type TradedAgreement } from '@/lib/chain/intents/surplus'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { canList, type ListingFacts } from '@/lib/domain/surplus/can-list'
import { namesAgreement } from '@/lib/domain/surplus/placing'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { knownOrder, noOrderUnderWay, oneOrderAtATime } from './order-request'
import { queueCalls } from './queue-relay'
import { lotCredit, placingFacts, tradedAgreement, type OrderWish } from './surplus-facts'

export interface SignedLot {
  order: Order
  signature: Hex
}

/** The same signature may come twice, when its sender never heard the answer: it is one request. @returns its id, to follow. */
export async function listLot(viewer: Viewer, { order, signature }: SignedLot): Promise<Decision<string>> {
  const { account } = order
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const { chainId, contracts: at } = deployment()
  const digest = hashTypedData(lotTypedData({ chainId, surplusMarket: at.SurplusMarket }, order))
  const known = await knownOrder(viewer, digest)
  if (known) return ok(known)
  const found = await listingFacts(viewer, order)
  if (!found.ok) return found
  const decision = canList(found.value.facts)
  if (!decision.ok) return decision
  const call = listCall(at, { order, agreement: found.value.agreement, signature })
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  const about = { digest, sessionId: String(order.sessionId) }
  return queueCalls(viewer, [{ kind: 'list', call, about }], oneOrderAtATime(viewer, digest))
}

/** Whether a lot could be listed this moment: asked before a wallet is. @returns how much could be sold in all. */
export async function checkLot(viewer: Viewer, wish: OrderWish): Promise<Decision<Wh>> {
  const { account } = wish
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const waiting = await noOrderUnderWay(viewer)
  if (!waiting.ok) return waiting
  const found = await listingFacts(viewer, wish)
  return found.ok ? canList(found.value.facts) : found
}

interface Listing {
  facts: ListingFacts
  agreement: TradedAgreement | null
}

async function listingFacts(viewer: Viewer, order: OrderWish | Order): Promise<Decision<Listing>> {
  const placing = await placingFacts(order)
  const { start, status } = placing.session
  if (status !== 'Open' || !namesAgreement('Lot', placing.session, order.subject)) {
    return ok({ facts: { ...placing, credit: await lotCredit(order) }, agreement: null })
  }
  const agreement = await tradedAgreement(viewer, order.subject, start)
  if (!agreement.ok) return agreement
  const { facts, traded } = agreement.value
  return ok({ facts: { ...placing, agreement: facts }, agreement: traded })
}
