import { saveOrderWithdrawn } from '@/lib/db/write/surplus-sessions'
import type { Handler } from './happening'
import { orderKeyOf } from './placed-order'

/** Its credits come back with the Transfer event of the same transaction. */
export const lotWithdrawn: Handler = async (happening) => {
  await saveOrderWithdrawn(happening.tx, orderKeyOf(happening, 'Lot'), happening.fact.txHash)
}
