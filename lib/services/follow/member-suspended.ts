import { saveMemberSuspended } from '@/lib/db/write/members'
import type { Address } from '@/lib/domain/units/hex'
import { argsOf, type Handler } from './happening'

export const memberSuspended: Handler = async (happening) => {
  const { account } = argsOf<{ account: Address }>(happening)
  await saveMemberSuspended(happening.tx, { address: account, suspended: true })
}
