'use server'

import { requireRetailer } from '@/lib/auth/viewer'
import { offersOfRetailer } from '@/lib/db/read/offers'

/** The offer that a transaction of the signed-in retailer published; null if the market shows none. */
export async function offerPublishedIn(txHash: string): Promise<string | null> {
  const viewer = await requireRetailer('/retailer/offers/new')
  const offers = await offersOfRetailer(viewer.address)
  return offers.find((offer) => offer.txHash === txHash)?.id ?? null
}
