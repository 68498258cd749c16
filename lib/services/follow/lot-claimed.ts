import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditAmount } from '@/lib/db/write/credits'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveOrderClaimed } from '@/lib/db/write/surplus-sessions'
import type { Address } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { addressOf, argsOf, placeOf, type Handler } from './happening'
import { orderKeyOf } from './placed-order'

interface Args {
  account: Address
  sold: ChainInteger
  received: ChainInteger
}

/** The money leaves the market's own account here, without an event of the escrow; the seller gets it with the Credited event. */
export const lotClaimed: Handler = async (happening) => {
  const { account, sold, received } = argsOf<Args>(happening)
  const { tx, contracts } = happening
  const [traded, amount] = [wh(toBigint(sold)), micro(toBigint(received))]
  const place = placeOf(happening)
  await saveOrderClaimed(tx, { ...orderKeyOf(happening, 'Lot'), traded, amount, endedTx: place.txHash })
  if (traded > 0n) await saveCreditAmount(tx, { ...place, account: addressOf(account), what: 'Sold', amount })
  if (amount > 0n) await saveMovement(tx, { ...place, address: contracts.SurplusMarket, kind: 'pot', free: -amount })
}
