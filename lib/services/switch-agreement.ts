/** Takes a consumer's signature under an offer that replaces its meter's agreement, and has it sent, after a deposit if one comes with it. */
import { deployment } from '@/lib/chain/deployment'
import { agreementId } from '@/lib/chain/ids'
import { depositCall } from '@/lib/chain/intents/calls'
import { switchCall } from '@/lib/chain/intents/switch'
import { agreementOfMeter, debtOf, termStateOf } from '@/lib/chain/read'
import { relayerAccount, tryCalls } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { getSignedAgreement, type SignedAgreementRow } from '@/lib/db/read/signed-agreement'
import { canSwitch, type SwitchingFacts } from '@/lib/domain/agreements/can-switch'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Offer } from '@/lib/domain/offers/offer'
import { periodAt } from '@/lib/domain/settlement/period'
import { sameHex, ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { queueCalls, type RelayedCall } from './queue-relay'
import { takingFacts, type SignedAgreement } from './sign-agreement'

/** `terms.replaces` names the agreement that ends where the new one starts. */
export async function switchAgreement(
  viewer: Viewer,
  { terms, signature, permit }: SignedAgreement,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  const { consumer, meterId, replaces } = terms
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, consumer)) return refuse('NotYourAccount', { account: consumer })
  const [next, old] = await Promise.all([getOffer(terms.offerId), getSignedAgreement(viewer, replaces)])
  if (!next) return refuse('OfferUnknown', { offerId: terms.offerId })
  if (!old) return refuse('NotSupplying', { meterId, agreementId: replaces, supplying: ZERO_HASH })
  const facts = await switchingFacts({ terms, signature, permit }, next.offer, old)
  const decision = canSwitch(facts)
  if (!decision.ok) return decision
  const at = deployment().contracts
  const id = agreementId(terms)
  const call = switchCall(at, { old: { ...old, period: facts.old.period }, offer: next.offer, terms, signature })
  const calls: RelayedCall[] = [
    ...(permit ? [{ kind: 'deposit' as const, call: depositCall(at, consumer, permit) }] : []),
    { kind: 'switch', call, about: { agreementId: id, replaces } },
  ]
  const tried = await tryCalls(
    relayerAccount().address,
    calls.map((each) => each.call),
  )
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, calls)
  return queued.ok ? ok({ relayId: queued.value, agreementId: id }) : queued
}

async function switchingFacts(
  { terms, permit }: SignedAgreement,
  offer: Offer,
  old: SignedAgreementRow,
): Promise<SwitchingFacts> {
  const [facts, supplying, state, debt] = await Promise.all([
    takingFacts(terms, offer, permit),
    agreementOfMeter(terms.meterId),
    termStateOf(agreementId(old.terms)),
    debtOf(terms.consumer),
  ])
  return {
    ...facts,
    // Money that comes pays what is owed first.
    free: micro(facts.free > debt ? facts.free - debt : 0n),
    supplying,
    old: {
      agreementId: agreementId(old.terms),
      consumer: old.terms.consumer,
      offer: old.offer,
      state,
      period: periodAt(facts.calendar, state?.settledUntil ?? 0)?.start ?? 0,
    },
  }
}
