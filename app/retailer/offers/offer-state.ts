import type { OfferRow } from '@/lib/db/read/offers'

/** Where an offer stands on the market; one past its last day is on it no more, though nobody withdrew it. */
export type OfferState = 'published' | 'expired' | 'withdrawn'

export function offerState({ status, offer }: Pick<OfferRow, 'status' | 'offer'>, now: number): OfferState {
  if (status === 'withdrawn') return 'withdrawn'
  return offer.validUntil <= now ? 'expired' : 'published'
}
