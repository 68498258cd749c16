import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveDebt, saveDebtPaid, saveMovement, type Debt } from '@/lib/db/write/escrow'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { addressOf, argsOf, hexOf, placeOf, type Handler, type Happening } from './happening'

interface Args {
  debtor: Address
  creditor: Address
  cause: Hex
  amount: ChainInteger
}

function debtOf(happening: Happening): Debt {
  const { debtor, creditor, cause, amount } = argsOf<Args>(happening)
  const parties = { debtor: addressOf(debtor), creditor: addressOf(creditor) }
  return { ...parties, cause: hexOf(cause), amount: micro(toBigint(amount)) }
}

export const owed: Handler = async (happening) => {
  await saveDebt(happening.tx, placeOf(happening), debtOf(happening))
}

export const debtPaid: Handler = async (happening) => {
  const { tx } = happening
  const debt = debtOf(happening)
  const { debtor, creditor, amount } = debt
  const place = placeOf(happening)
  if (!(await saveMovement(tx, { ...place, address: debtor, kind: 'debt', free: -amount }))) return
  await saveMovement(tx, { ...place, part: 1, address: creditor, kind: 'income', free: amount })
  await saveDebtPaid(tx, debt)
}
