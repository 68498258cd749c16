/** Takes a buyer's signature under a bid and has it sent, after a deposit if one comes with it. */
import { hashTypedData } from 'viem'
import { deployment } from '@/lib/chain/deployment'
import { depositCall } from '@/lib/chain/intents/calls'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import { bidCall, bidTypedData, type Order } from '@/lib/chain/intents/surplus'
import { escrowAccountOf } from '@/lib/chain/read'
import { relayerAccount, tryCalls } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { canBid } from '@/lib/domain/surplus/can-bid'
import { namesAgreement } from '@/lib/domain/surplus/placing'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'
import { knownOrder, noOrderUnderWay, oneOrderAtATime } from './order-request'
import { queueCalls, type RelayedCall } from './queue-relay'
import { placingFacts, tradedAgreement, type OrderWish } from './surplus-facts'

export interface SignedBid {
  order: Order
  signature: Hex
  /** Tops the escrow up first, if money is missing for the bid. */
  permit: SignedPermit | null
}

/** The same signature may come twice, when its sender never heard the answer: it is one request. @returns its id, to follow. */
export async function placeBid(viewer: Viewer, { order, signature, permit }: SignedBid): Promise<Decision<string>> {
  const { account } = order
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const { chainId, contracts: at } = deployment()
  const digest = hashTypedData(bidTypedData({ chainId, surplusMarket: at.SurplusMarket }, order))
  const known = await knownOrder(viewer, digest)
  if (known) return ok(known)
  const facts = await biddingFacts(viewer, order)
  if (!facts.ok) return facts
  const { agreement, ...bidding } = facts.value
  const decision = canBid({
    ...{ ...bidding, agreement: agreement?.facts ?? null },
    free: micro(bidding.free + (permit?.amount ?? 0n)),
  })
  if (!decision.ok) return decision
  const about = { digest, sessionId: String(order.sessionId) }
  const call = bidCall(at, { order, agreement: agreement?.traded ?? null, signature })
  const calls: RelayedCall[] = [
    ...(permit ? [{ kind: 'deposit' as const, call: depositCall(at, account, permit) }] : []),
    { kind: 'bid', call, about },
  ]
  const tried = await tryCalls(
    relayerAccount().address,
    calls.map((one) => one.call),
  )
  return tried.ok ? queueCalls(viewer, calls, oneOrderAtATime(viewer, digest)) : tried
}

export interface BidCost {
  /** Until the session is cleared: the most it can cost. */
  locked: Micro
  /** What the free balance lacks of it: a permit must bring it. */
  missing: Micro
}

/** Whether a bid could be placed this moment: asked before a wallet is, so that nobody signs what would be refused. */
export async function checkBid(viewer: Viewer, wish: OrderWish): Promise<Decision<BidCost>> {
  const { account } = wish
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const waiting = await noOrderUnderWay(viewer)
  if (!waiting.ok) return waiting
  const facts = await biddingFacts(viewer, wish)
  if (!facts.ok) return facts
  const { agreement, free, ...bidding } = facts.value
  // The permit would bring the money.
  const decision = canBid({ ...bidding, agreement: agreement?.facts ?? null, free: ENOUGH })
  if (!decision.ok) return decision
  const locked = decision.value
  return ok({ locked, missing: micro(locked > free ? locked - free : 0n) })
}

/** More than any bid costs: 2⁴⁰ Wh at 2²⁴ ticks. */
const ENOUGH = micro(1n << 64n)

async function biddingFacts(viewer: Viewer, order: OrderWish | Order) {
  const [placing, { free }] = await Promise.all([placingFacts(order), escrowAccountOf(order.account)])
  const { start, status } = placing.session
  // What ended or never was is refused for that alone.
  if (status !== 'Open' || !namesAgreement('Bid', placing.session, order.subject))
    return ok({ ...placing, free, agreement: null })
  const agreement = await tradedAgreement(viewer, order.subject, start)
  return agreement.ok ? ok({ ...placing, free, agreement: agreement.value }) : agreement
}
