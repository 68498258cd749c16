/** An agreement as it was signed: what a call about it carries. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Offer } from '@/lib/domain/offers/offer'
import { asViewer, type Viewer } from '../client'
import { offerFromJson } from '../stored/offer'
import { termsFromRow } from '../stored/terms'

export interface SignedAgreementRow {
  terms: Terms
  offer: Offer
}

/** Null also if it is none of the viewer's. */
export async function getSignedAgreement(viewer: Viewer, id: string): Promise<SignedAgreementRow | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.agreement.findUnique({ where: { id: id.toLowerCase() } })
    const offer = row && (await tx.offer.findUnique({ where: { id: row.offerId }, select: { offer: true } }))
    return offer && { terms: termsFromRow(row), offer: offerFromJson(offer.offer) }
  })
}
