/** Takes a consumer's signature under an offer and has it sent, after a deposit if one comes with it. */
import { agreementId } from '@/lib/chain/ids'
import { depositCall, signCall } from '@/lib/chain/intents/calls'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import { deployment } from '@/lib/chain/deployment'
import { relayerAccount, tryCalls } from '@/lib/chain/relay'
import { asViewer, type Viewer } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { requestOfAgreement } from '@/lib/db/read/signings'
import { canSign } from '@/lib/domain/agreements/can-sign'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { oneAtATime } from './one-signature'
import { queueCalls, type RelayedCall } from './queue-relay'
import { signingFacts } from './signing-facts'

export interface SignedAgreement {
  terms: Terms
  signature: Hex
  /** Tops the escrow up first, if money is missing for the deposit. */
  permit: SignedPermit | null
}

/** The same signature may come twice, when its sender never heard the answer: it is one request. */
export async function signAgreement(
  viewer: Viewer,
  { terms, signature, permit }: SignedAgreement,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, terms.consumer)) return refuse('NotYourAccount', { account: terms.consumer })
  const offer = (await getOffer(terms.offerId))?.offer
  if (!offer) return refuse('OfferUnknown', { offerId: terms.offerId })
  const id = agreementId(terms)
  const known = await asViewer(viewer, (tx) => requestOfAgreement(tx, viewer.address, id))
  if (known) return ok({ relayId: known, agreementId: id })
  const facts = await signingFacts(terms, offer)
  const decision = canSign({ ...facts, free: micro(facts.free + (permit?.amount ?? 0n)) })
  if (!decision.ok) return decision
  const at = deployment().contracts
  const about = { agreementId: id, offerId: terms.offerId, meterId: terms.meterId, start: terms.start }
  const calls: RelayedCall[] = [
    ...(permit ? [{ kind: 'deposit' as const, call: depositCall(at, terms.consumer, permit) }] : []),
    { kind: 'sign', call: signCall(at, { offer, terms, signature }), about },
  ]
  const tried = await tryCalls(
    relayerAccount().address,
    calls.map(({ call }) => call),
  )
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, calls, oneAtATime(viewer, id))
  return queued.ok ? ok({ relayId: queued.value, agreementId: id }) : queued
}
