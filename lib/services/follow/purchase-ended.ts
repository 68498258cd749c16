import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { savePurchaseEnded } from '@/lib/db/write/purchases'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, type Handler } from './happening'

/** The deposit itself moves with the Unlocked event of the same transaction. */
export const purchaseEnded: Handler = async (happening) => {
  const { purchaseId, endedAt } = argsOf<{ purchaseId: Hex; endedAt: ChainInteger }>(happening)
  await savePurchaseEnded(happening.tx, { id: hexOf(purchaseId), endedAt: toNumber(endedAt) })
}
