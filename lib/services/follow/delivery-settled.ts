import { toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { purchaseTerms } from '@/lib/db/read/purchases'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveDelivery } from '@/lib/db/write/purchases'
import { saveAlarm } from '@/lib/db/write/safety'
import { chargeAt } from '@/lib/domain/billing/deviation'
import { compensation } from '@/lib/domain/purchases/compensation'
import { deliveryFrom, type Delivery } from '@/lib/domain/purchases/delivery'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { addressOf, argsOf, hexOf, placeOf, type Handler, type Happening } from './happening'

interface Args {
  purchaseId: Hex
  start: ChainInteger
  end: ChainInteger
  payer: Address
  delivery: Record<keyof Delivery, ChainInteger>
}

/**
 * What payer and generator gave out of their free balances leaves them here. The deposit's part leaves with DebitedLocked; what
 * they and the grid got arrives with the Credited events.
 */
export const deliverySettled: Handler = async (happening) => {
  const { tx } = happening
  const args = argsOf<Args>(happening)
  const purchaseId = hexOf(args.purchaseId)
  const terms = await purchaseTerms(tx, purchaseId)
  if (!terms) throw new Error(`delivery under ${purchaseId}: the purchase has no row`)
  const delivery = deliveryFrom(args.delivery)
  const payer = addressOf(args.payer)
  const { txHash, at: settledAt } = placeOf(happening)
  const period = { purchaseId, start: toNumber(args.start), end: toNumber(args.end), terms, txHash, settledAt }
  await saveDelivery(tx, { ...period, payer, delivery })
  // What the grid set off against its own payment did not move.
  const setOff = sameHex(payer, terms.grid) ? 0n : delivery.setOff
  await give(happening, { part: 0, address: payer, amount: delivery.received + setOff })
  await give(happening, { part: 1, address: terms.generator, amount: delivery.fromFree })
  await checkRule(happening, purchaseId, terms, delivery)
}

async function give(
  happening: Happening,
  { part, address, amount }: { part: number; address: string; amount: bigint },
): Promise<void> {
  if (amount === 0n) return
  await saveMovement(happening.tx, { ...placeOf(happening), part, address, kind: 'purchase', free: -amount })
}

/** The chain is right; but if our own rule had given other sums, somebody must know. */
async function checkRule(
  happening: Happening,
  purchaseId: string,
  { price, lower }: PurchaseTerms,
  settled: Delivery,
): Promise<void> {
  const { agreed, delivered, referencePrice } = settled
  const missing = compensation({ agreed, delivered, lower, referencePrice, directPrice: price })
  const preview = { payment: chargeAt(delivered, price), compensation: missing.amount, short: missing.short }
  const same = (Object.keys(preview) as (keyof typeof preview)[]).every((name) => preview[name] === settled[name])
  if (same) return
  const { txHash, at } = placeOf(happening)
  const facts = { settled, preview, txHash }
  await saveAlarm(happening.tx, { kind: 'DeliveryDiffersFromPreview', subject: purchaseId, facts, at })
}
