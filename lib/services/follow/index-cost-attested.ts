import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveIndexCost } from '@/lib/db/write/billing'
import type { Hex } from '@/lib/domain/units/hex'
import { signedNano } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** Comes in the transaction that settled the bill, after it. */
export const indexCostAttested: Handler = async (happening) => {
  const { agreementId, indexCost } = argsOf<{ agreementId: Hex; indexCost: ChainInteger }>(happening)
  await saveIndexCost(happening.tx, {
    agreementId: hexOf(agreementId),
    txHash: placeOf(happening).txHash,
    indexCost: signedNano(toBigint(indexCost)),
  })
}
