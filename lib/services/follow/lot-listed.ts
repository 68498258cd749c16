import type { ChainInteger } from '@/lib/chain/coding/numbers'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, type Handler } from './happening'
import { savePlaced } from './placed-order'

/** Credits move into the market with the Transfer event of the same transaction. */
export const lotListed: Handler = async (happening) => {
  const { lotId, reserve } = argsOf<{ lotId: Hex; reserve: ChainInteger }>(happening)
  await savePlaced(happening, 'Lot', { orderId: lotId, price: reserve })
}
