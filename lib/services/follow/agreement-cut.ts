import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveAgreementCut } from '@/lib/db/write/agreements'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { argsOf, hexOf, type Handler } from './happening'

interface Args {
  agreementId: Hex
  endsAt: ChainInteger
  exitFee: ChainInteger
  successor: Hex
}

export const agreementCut: Handler = async (happening) => {
  const { agreementId, endsAt, exitFee, successor } = argsOf<Args>(happening)
  await saveAgreementCut(happening.tx, {
    id: hexOf(agreementId),
    endsAt: toNumber(endsAt),
    exitFee: micro(toBigint(exitFee)),
    successor: successor === ZERO_HASH ? null : hexOf(successor),
  })
}
