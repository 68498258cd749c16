import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveAgreementEnded } from '@/lib/db/write/agreements'
import type { Hex } from '@/lib/domain/units/hex'
import { argsOf, hexOf, type Handler } from './happening'

/** The deposit itself moves with the Unlocked event of the same transaction. */
export const agreementEnded: Handler = async (happening) => {
  const { agreementId, endedAt } = argsOf<{ agreementId: Hex; endedAt: ChainInteger }>(happening)
  await saveAgreementEnded(happening.tx, { id: hexOf(agreementId), endedAt: toNumber(endedAt) })
}
