import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMemberRoles } from '@/lib/db/write/members'
import type { Address } from '@/lib/domain/units/hex'
import { argsOf, type Handler } from './happening'

export const memberAdmitted: Handler = async (happening) => {
  const { account, roles } = argsOf<{ account: Address; roles: ChainInteger }>(happening)
  await saveMemberRoles(happening.tx, { address: account, roles: toBigint(roles) })
}
