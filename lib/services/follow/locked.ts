import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { surplusCauses } from '@/lib/db/read/credit-causes'
import { saveMovement } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

export const locked: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const moved = toBigint(amount)
  const { bidPlaced } = await surplusCauses(happening.tx, happening.fact.txHash, addressOf(account))
  const kind = bidPlaced ? 'bid' : 'lock'
  const movement = { address: account, kind, free: -moved, locked: moved } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}
