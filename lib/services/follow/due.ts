/** Credits become due to an agreement, move on from one that has ended, and are taken by bills. */
import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveAgreementMarked, saveDueMovement, saveSurplusSettled } from '@/lib/db/write/due'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

export const agreementMarked: Handler = async (happening) => {
  const { agreementId } = argsOf<{ agreementId: Hex }>(happening)
  await saveAgreementMarked(happening.tx, hexOf(agreementId))
}

export const duePut: Handler = async (happening) => {
  const { agreementId, energy } = argsOf<{ agreementId: Hex; energy: ChainInteger }>(happening)
  const movement = { agreementId: hexOf(agreementId), what: 'Put', effect: toBigint(energy) } as const
  await saveDueMovement(happening.tx, { ...placeOf(happening), ...movement })
}

export const dueMoved: Handler = async (happening) => {
  const { from, to, energy } = argsOf<{ from: Hex; to: Hex; energy: ChainInteger }>(happening)
  const place = { ...placeOf(happening), what: 'Moved' } as const
  await saveDueMovement(happening.tx, { ...place, agreementId: hexOf(from), effect: -toBigint(energy) })
  await saveDueMovement(happening.tx, { ...place, agreementId: hexOf(to), effect: toBigint(energy) })
}

interface SettledArgs {
  agreementId: Hex
  start: ChainInteger
  bought: ChainInteger
  sold: ChainInteger
  used: ChainInteger
}

export const surplusSettled: Handler = async (happening) => {
  const { agreementId, start, bought, sold, used } = argsOf<SettledArgs>(happening)
  await saveSurplusSettled(happening.tx, {
    ...placeOf(happening),
    agreementId: hexOf(agreementId),
    start: toNumber(start),
    bought: wh(toBigint(bought)),
    sold: wh(toBigint(sold)),
    taken: wh(toBigint(used)),
  })
}
