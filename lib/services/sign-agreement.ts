/** Takes a consumer's signature under an offer and has it sent, after a deposit if one comes with it. */
import { agreementId, offerId } from '@/lib/chain/ids'
import { depositCall, signCall } from '@/lib/chain/intents/calls'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import { deployment } from '@/lib/chain/deployment'
import { headOf } from '@/lib/chain/logs'
import {
  agreementOfMeter,
  escrowAccountOf,
  hasRole,
  supplyPointOf,
  noncesOf,
  offerStateOf,
  pausedUntil,
} from '@/lib/chain/read'
import { relayerAccount, tryCalls } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { listPeriods } from '@/lib/db/read/tariffs'
import { canSign, type TakingFacts } from '@/lib/domain/agreements/can-sign'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Offer } from '@/lib/domain/offers/offer'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { queueCalls, type RelayedCall } from './queue-relay'

export interface SignedAgreement {
  terms: Terms
  signature: Hex
  /** Tops the escrow up first, if money is missing for the deposit. */
  permit: SignedPermit | null
}

export async function signAgreement(
  viewer: Viewer,
  { terms, signature, permit }: SignedAgreement,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, terms.consumer)) return refuse('NotYourAccount', { account: terms.consumer })
  const offer = (await getOffer(terms.offerId))?.offer
  if (!offer) return refuse('OfferUnknown', { offerId: terms.offerId })
  const [facts, supplying] = await Promise.all([takingFacts(terms, offer, permit), agreementOfMeter(terms.meterId)])
  const decision = canSign({ ...facts, supplying })
  if (!decision.ok) return decision
  const at = deployment().contracts
  const id = agreementId(terms)
  const calls: RelayedCall[] = [
    ...(permit ? [{ kind: 'deposit' as const, call: depositCall(at, terms.consumer, permit) }] : []),
    { kind: 'sign', call: signCall(at, { offer, terms, signature }), about: { agreementId: id } },
  ]
  const tried = await tryCalls(
    relayerAccount().address,
    calls.map(({ call }) => call),
  )
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, calls)
  return queued.ok ? ok({ relayId: queued.value, agreementId: id }) : queued
}

/** Read from the chain, not from rows: an offer may have been withdrawn a second ago. */
export async function takingFacts(terms: Terms, offer: Offer, permit: SignedPermit | null) {
  const { consumer, meterId } = terms
  const [head, state, admitted, calendar, supplyPoint, nonces, account, until] = await Promise.all([
    headOf(),
    offerStateOf(terms.offerId),
    hasRole(offer.retailer, 'Retailer'),
    listPeriods(),
    supplyPointOf(meterId),
    noncesOf(consumer),
    escrowAccountOf(consumer),
    pausedUntil('Signing'),
  ])
  return {
    now: head.timestamp,
    terms,
    offerId: offerId(offer),
    offer,
    offerState: state,
    retailerAdmitted: admitted,
    calendar,
    supplyPoint,
    nextNonce: nonces.agreement,
    signatureValid: null, // The contract judges it, right after this.
    free: micro(account.free + (permit?.amount ?? 0n)),
    pausedUntil: until,
  } satisfies TakingFacts
}
