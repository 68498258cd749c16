import { saveAgreementCancelled } from '@/lib/db/write/agreements'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The deposit itself moves with the Unlocked event of the same transaction. */
export const agreementCancelled: Handler = async (happening) => {
  const { agreementId, restored } = argsOf<{ agreementId: Hex; restored: Hex }>(happening)
  await saveAgreementCancelled(happening.tx, {
    id: hexOf(agreementId),
    at: placeOf(happening).at,
    restored: restored === ZERO_HASH ? null : hexOf(restored),
  })
}
