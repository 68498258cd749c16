import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMovement } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { argsOf, placeOf, type Handler } from './happening'

export const locked: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const moved = toBigint(amount)
  const movement = { address: account, kind: 'lock', free: -moved, locked: moved } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}
