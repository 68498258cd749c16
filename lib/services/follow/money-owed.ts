import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveDebtChange } from '@/lib/db/write/purchases'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { addressOf, argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  purchaseId: Hex
  debtor: Address
  creditor: Address
  amount: ChainInteger
}

export const moneyOwed: Handler = async (happening) => {
  const { purchaseId, debtor, creditor, amount } = argsOf<Args>(happening)
  const { txHash, logIndex, at } = placeOf(happening)
  const between = { purchaseId: hexOf(purchaseId), debtor: addressOf(debtor), creditor: addressOf(creditor) }
  await saveDebtChange(happening.tx, { txHash, logIndex, ...between, amount: toBigint(amount), at })
}
