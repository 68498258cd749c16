import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveInstructionStep } from '@/lib/db/write/standing-instructions'
import { INSTRUCTED_USES } from '@/lib/domain/surplus/standing-instruction'
import { nameOf } from '@/lib/domain/units/codes'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

/** The energy itself moves with the events of the market and of the credits in the same transaction. */
export const instructionFollowed: Handler = async (happening) => {
  const { account, region, start, use, energy } = argsOf<{
    account: Address
    region: ChainInteger
    start: ChainInteger
    use: ChainInteger
    energy: ChainInteger
  }>(happening)
  const { at, txHash, logIndex } = placeOf(happening)
  await saveInstructionStep(happening.tx, {
    account: addressOf(account),
    region: toNumber(region),
    start: toNumber(start),
    use: nameOf(INSTRUCTED_USES, toNumber(use)),
    energy: wh(toBigint(energy)),
    ...{ at, txHash, logIndex },
  })
}
