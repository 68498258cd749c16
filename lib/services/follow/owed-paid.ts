import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveDebtChange } from '@/lib/db/write/purchases'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { addressOf, argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  purchaseId: Hex
  debtor: Address
  creditor: Address
  amount: ChainInteger
}

/** What the debtor gave leaves its balance here; the creditor's income arrives with the Credited event. */
export const owedPaid: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const { txHash, logIndex, at } = placeOf(happening)
  const debtor = addressOf(args.debtor)
  const between = { purchaseId: hexOf(args.purchaseId), debtor, creditor: addressOf(args.creditor) }
  const amount = -toBigint(args.amount)
  await saveDebtChange(happening.tx, { txHash, logIndex, ...between, amount, at })
  await saveMovement(happening.tx, { ...placeOf(happening), address: debtor, kind: 'purchase', free: amount })
}
