import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { deleteInstruction } from '@/lib/db/write/standing-instructions'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, type Handler } from './happening'

export const instructionRevoked: Handler = async (happening) => {
  const { account, region } = argsOf<{ account: Address; region: ChainInteger }>(happening)
  await deleteInstruction(happening.tx, { account: addressOf(account), region: toNumber(region) })
}
