/** What decides whether terms may be signed, read from the chain and not from rows: an offer may have been withdrawn a second ago. */
import { offerId } from '@/lib/chain/ids'
import { headOf } from '@/lib/chain/logs'
import {
  agreementOfMeter,
  escrowAccountOf,
  hasRole,
  noncesOf,
  offerStateOf,
  pausedUntil,
  supplyPointOf,
} from '@/lib/chain/read'
import { listPeriods } from '@/lib/db/read/tariffs'
import type { SigningFacts } from '@/lib/domain/agreements/can-sign'
import type { Calendar } from '@/lib/domain/agreements/cut-term'
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Offer } from '@/lib/domain/offers/offer'

export async function signingFacts(terms: Terms, offer: Offer): Promise<SigningFacts & { calendar: Calendar }> {
  const { consumer, meterId } = terms
  const [head, state, admitted, calendar, supplyPoint, supplying, nonces, account, until] = await Promise.all([
    headOf(),
    offerStateOf(terms.offerId),
    hasRole(offer.retailer, 'Retailer'),
    listPeriods(),
    supplyPointOf(meterId),
    agreementOfMeter(meterId),
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
    supplying,
    nextNonce: nonces.agreement,
    signatureValid: null, // The contract judges it, when there is one.
    free: account.free,
    pausedUntil: until,
  }
}
