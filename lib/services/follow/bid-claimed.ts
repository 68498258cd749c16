import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditAmount } from '@/lib/db/write/credits'
import { saveOrderClaimed } from '@/lib/db/write/surplus-sessions'
import type { Address } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { addressOf, argsOf, placeOf, type Handler } from './happening'
import { orderKeyOf } from './placed-order'

interface Args {
  account: Address
  awarded: ChainInteger
  paid: ChainInteger
}

/**
 * The locked money goes with the DebitedLocked and Unlocked events that follow. What it bought came with the CreditsMinted event
 * before it, which says no price; of contracted energy there is none.
 */
export const bidClaimed: Handler = async (happening) => {
  const { account, awarded, paid } = argsOf<Args>(happening)
  const { tx } = happening
  const [traded, amount] = [wh(toBigint(awarded)), micro(toBigint(paid))]
  const place = placeOf(happening)
  await saveOrderClaimed(tx, { ...orderKeyOf(happening, 'Bid'), traded, amount, endedTx: place.txHash })
  if (traded > 0n) await saveCreditAmount(tx, { ...place, account: addressOf(account), what: 'Bought', amount })
}
