import { saveOrderWithdrawn } from '@/lib/db/write/surplus-sessions'
import type { Handler } from './happening'
import { orderKeyOf } from './placed-order'

/** Its money is free again with the Unlocked event of the same transaction. */
export const bidWithdrawn: Handler = async (happening) => {
  await saveOrderWithdrawn(happening.tx, orderKeyOf(happening, 'Bid'), happening.fact.txHash)
}
