import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { surplusCauses } from '@/lib/db/read/credit-causes'
import { revisedBill } from '@/lib/db/read/revisions'
import { saveMovement } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

/** The bill took its whole total from the free balance; this gives back what was not there. */
export const debitedShort: Handler = async (happening) => {
  const { account, wanted, taken } = argsOf<{ account: Address; wanted: ChainInteger; taken: ChainInteger }>(happening)
  const free = toBigint(wanted) - toBigint(taken)
  await saveMovement(happening.tx, { ...placeOf(happening), address: account, kind: 'bill', free })
}

/** A deposit that pays a bill, or the locked money of a bid that won. */
export const debitedLocked: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const { bidEnded } = await surplusCauses(happening.tx, happening.fact.txHash, addressOf(account))
  const kind = bidEnded ? 'bidPaid' : 'bill'
  const movement = { address: account, kind, free: 0n, locked: -toBigint(amount) } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}

/** A revision takes back from whoever got too much, or paid too little. */
export const collected: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const billId = await revisedBill(happening.tx, placeOf(happening))
  const movement = { address: account, kind: 'revision', free: -toBigint(amount), billId } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}

export const refunded: Handler = async (happening) => {
  const { account, amount } = argsOf<{ account: Address; amount: ChainInteger }>(happening)
  const billId = await revisedBill(happening.tx, placeOf(happening))
  const movement = { address: account, kind: 'refund', free: toBigint(amount), billId } as const
  await saveMovement(happening.tx, { ...placeOf(happening), ...movement })
}
