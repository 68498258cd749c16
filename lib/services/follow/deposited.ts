import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMovement } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { argsOf, placeOf, type Handler } from './happening'

export const deposited: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const free = toBigint(amount)
  await saveMovement(happening.tx, { ...placeOf(happening), address: account, kind: 'deposit', free })
}
