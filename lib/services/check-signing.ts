/** Whether terms could be signed this moment: asked before a wallet is, so that nobody signs what would be refused. */
import type { Viewer } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { openSigning } from '@/lib/db/read/signings'
import { canSign } from '@/lib/domain/agreements/can-sign'
import { deposit } from '@/lib/domain/agreements/deposit'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'
import { signingFacts } from './signing-facts'

export interface SigningCost {
  deposit: Micro
  /** What the free balance lacks of the deposit: a permit must bring it. */
  missing: Micro
}

export async function checkSigning(
  viewer: Viewer,
  wish: Omit<Terms, 'nonce' | 'expiry'>,
): Promise<Decision<SigningCost>> {
  if (!sameHex(viewer.address as Address, wish.consumer)) return refuse('NotYourAccount', { account: wish.consumer })
  const offer = (await getOffer(wish.offerId))?.offer
  if (!offer) return refuse('OfferUnknown', { offerId: wish.offerId })
  const open = await openSigning(viewer)
  if (open) return refuse('SigningUnderWay', { requestedAt: BigInt(open.requestedAt) })
  const facts = await signingFacts({ ...wish, nonce: 0n, expiry: 0 }, offer)
  const due = deposit(wish.contracted, offer.deposit).amount
  // A signature made now would carry this nonce and not have run out; and the permit would bring the money.
  const terms = { ...wish, nonce: facts.nextNonce, expiry: facts.now }
  const decision = canSign({ ...facts, terms, free: due })
  if (!decision.ok) return decision
  return ok({ deposit: due, missing: micro(due > facts.free ? due - facts.free : 0n) })
}
