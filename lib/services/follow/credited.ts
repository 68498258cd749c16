import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { surplusCauses } from '@/lib/db/read/credit-causes'
import { saveMovement, type MovementKind } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, placeOf, type Handler, type Happening } from './happening'

export const credited: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const free = toBigint(amount)
  await saveMovement(happening.tx, { ...placeOf(happening), address: account, kind: await kindOf(happening), free })
}

/** What the market's own account holds is between the buyers and the sellers of a session. */
async function kindOf({ tx, fact, contracts }: Happening): Promise<MovementKind> {
  const account = addressOf(fact.args.account as Address)
  if (account === addressOf(contracts.SurplusMarket)) return 'pot'
  const { lotEnded, returned } = await surplusCauses(tx, fact.txHash, account)
  if (lotEnded) return 'sale'
  return returned ? 'feedIn' : 'income'
}
