/** Whether terms could replace an agreement this moment: asked before a wallet is, so that nobody signs what would be refused. */
import type { Viewer } from '@/lib/db/client'
import { openSigning } from '@/lib/db/read/signings'
import { canSwitch } from '@/lib/domain/agreements/can-switch'
import { deposit } from '@/lib/domain/agreements/deposit'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import type { SigningCost } from './check-signing'
import { switchingFacts } from './switching-facts'

export async function checkSwitch(
  viewer: Viewer,
  wish: Omit<Terms, 'nonce' | 'expiry'>,
): Promise<Decision<SigningCost>> {
  if (!sameHex(viewer.address as Address, wish.consumer)) return refuse('NotYourAccount', { account: wish.consumer })
  const open = await openSigning(viewer)
  if (open) return refuse('SigningUnderWay', { requestedAt: BigInt(open.requestedAt) })
  const found = await switchingFacts(viewer, { ...wish, nonce: 0n, expiry: 0 })
  if (!found.ok) return found
  const { facts } = found.value
  const due = deposit(wish.contracted, facts.offer.deposit).amount
  // A signature made now would carry this nonce and not have run out; and the permit would bring the money.
  const terms = { ...wish, nonce: facts.nextNonce, expiry: facts.now }
  const decision = canSwitch({ ...facts, terms, free: due })
  if (!decision.ok) return decision
  return ok({ deposit: due, missing: micro(due > facts.free ? due - facts.free : 0n) })
}
