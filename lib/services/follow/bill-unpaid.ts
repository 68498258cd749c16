import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveBillUnpaid } from '@/lib/db/write/billing'
import type { Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** Comes in the transaction that settled the bill, after it. */
export const billUnpaid: Handler = async (happening) => {
  const { agreementId, missing, due } = argsOf<{ agreementId: Hex; missing: ChainInteger; due: ChainInteger }>(
    happening,
  )
  await saveBillUnpaid(happening.tx, {
    agreementId: hexOf(agreementId),
    txHash: placeOf(happening).txHash,
    missing: micro(toBigint(missing)),
    due: toNumber(due),
  })
}
