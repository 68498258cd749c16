import { saveOfferWithdrawn } from '@/lib/db/write/offers'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

export const offerWithdrawn: Handler = async (happening) => {
  const { offerId } = argsOf<{ offerId: Hex }>(happening)
  await saveOfferWithdrawn(happening.tx, { id: hexOf(offerId), withdrawnAt: placeOf(happening).at })
}
