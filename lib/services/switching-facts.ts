/** What decides whether terms may replace an agreement, read from the chain and not from rows: a bill may have been settled a second ago. */
import { agreementId } from '@/lib/chain/ids'
import { debtOf, termStateOf } from '@/lib/chain/read'
import type { Viewer } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { getSignedAgreement, type SignedAgreementRow } from '@/lib/db/read/signed-agreement'
import type { SwitchingFacts } from '@/lib/domain/agreements/can-switch'
import type { Terms } from '@/lib/domain/agreements/terms'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { periodAt } from '@/lib/domain/settlement/period'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { signedMicro, type SignedMicro } from '@/lib/domain/units/units'
import { signingFacts } from './signing-facts'

export interface FoundFacts {
  /** `free` is what is left of the free balance after what is owed: below zero, a deposit pays that first. */
  facts: Omit<SwitchingFacts, 'free'> & { free: SignedMicro }
  old: SignedAgreementRow
}

export async function switchingFacts(viewer: Viewer, terms: Terms): Promise<Decision<FoundFacts>> {
  const { consumer, meterId, replaces, offerId } = terms
  const [next, old] = await Promise.all([getOffer(offerId), getSignedAgreement(viewer, replaces)])
  if (!next) return refuse('OfferUnknown', { offerId })
  // Whoever sees an agreement is one of its sides; only the consumer's own can supply its meter.
  if (!old) return refuse('NotSupplying', { meterId, agreementId: replaces, supplying: ZERO_HASH })
  const id = agreementId(old.terms)
  const [facts, state, debt] = await Promise.all([signingFacts(terms, next.offer), termStateOf(id), debtOf(consumer)])
  const period = periodAt(facts.calendar, state?.settledUntil ?? 0)?.start ?? 0
  const replaced = { agreementId: id, consumer: old.terms.consumer, offer: old.offer, state, period }
  return ok({ old, facts: { ...facts, free: signedMicro(facts.free - debt), old: replaced } })
}
