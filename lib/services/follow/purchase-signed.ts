import { purchaseFromStruct, type PurchaseStruct } from '@/lib/chain/coding/purchase'
import { savePurchase } from '@/lib/db/write/purchases'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The deposit itself moves with the Locked event of the same transaction. */
export const purchaseSigned: Handler = async (happening) => {
  const { purchaseId, terms } = argsOf<{ purchaseId: Hex; terms: PurchaseStruct }>(happening)
  const { at: signedAt, txHash } = placeOf(happening)
  await savePurchase(happening.tx, { id: hexOf(purchaseId), terms: purchaseFromStruct(terms), txHash, signedAt })
}
