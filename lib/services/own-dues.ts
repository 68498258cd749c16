/** The viewer's agreements as energy credits see them: what is due to each, and what a kWh costs under it. */
import { asViewer, type Viewer } from '@/lib/db/client'
import { agreementsWithDue } from '@/lib/db/read/due'
import { offersById } from '@/lib/db/read/offers'
import { averagePrice } from '@/lib/domain/offers/average-price'
import type { OwnDue } from '@/lib/domain/surplus/agreement-due'

/** Of all agreements, ended ones too: something may still be due to them. */
export async function ownDues(viewer: Viewer): Promise<OwnDue[]> {
  return asViewer(viewer, async (tx) => {
    const agreements = await agreementsWithDue(tx, viewer.address)
    const offers = await offersById(
      tx,
      agreements.map(({ terms }) => terms.offerId),
    )
    return agreements.map((agreement) => {
      const offer = offers.get(agreement.terms.offerId)
      return {
        ...agreement,
        offerName: offer?.name ?? '',
        energyPrice: offer ? averagePrice(offer.pricing, offer.examples) : null,
      }
    })
  })
}
