import type { ChainInteger } from '@/lib/chain/coding/numbers'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, type Handler } from './happening'
import { savePlaced } from './placed-order'

/** The money is locked with the Locked event of the same transaction. */
export const bidPlaced: Handler = async (happening) => {
  const { bidId, limit } = argsOf<{ bidId: Hex; limit: ChainInteger }>(happening)
  await savePlaced(happening, 'Bid', { orderId: bidId, price: limit })
}
