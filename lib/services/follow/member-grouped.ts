import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMemberGroup } from '@/lib/db/write/members'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, type Handler } from './happening'

/** Group zero is none. */
export const memberGrouped: Handler = async (happening) => {
  const { account, group } = argsOf<{ account: Address; group: ChainInteger }>(happening)
  await saveMemberGroup(happening.tx, { address: addressOf(account), number: toBigint(group) })
}
