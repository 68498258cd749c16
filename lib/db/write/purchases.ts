/** Purchases, and what was delivered and billed under them. */
import type { Delivery } from '@/lib/domain/purchases/delivery'
import { isDirect, type PurchaseTerms } from '@/lib/domain/purchases/terms'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Micro, Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal, decimals } from '../stored/amounts'
import { toJson } from '../stored/json'
import type { PaidLine } from './billing'
import { deleteRefusedRun } from './refused-runs'

export interface SignedPurchase {
  id: string
  terms: PurchaseTerms
  txHash: string
  signedAt: bigint
}

export async function savePurchase(tx: Tx, { id, terms, txHash, signedAt }: SignedPurchase): Promise<void> {
  const { generator, buyer, grid, deliveryMeterId, start, periods } = terms
  const useMeterId = isDirect(terms) ? terms.useMeterId : null
  const parties = { generator, buyer, grid, deliveryMeterId, useMeterId }
  const row = { id, ...parties, start: BigInt(start), termPeriods: periods, settledUntil: BigInt(start) }
  await tx.purchase.createMany({ data: [{ ...row, terms: toJson(terms), txHash, signedAt }], skipDuplicates: true })
}

export async function savePurchaseEnded(tx: Tx, { id, endedAt }: { id: string; endedAt: number }): Promise<void> {
  await tx.purchase.updateMany({ where: { id }, data: { endedAt: BigInt(endedAt) } })
}

interface SettledPeriod {
  purchaseId: string
  start: number
  end: number
  terms: Pick<PurchaseTerms, 'generator' | 'buyer' | 'grid'>
  txHash: string
  settledAt: bigint
}

function keyOf({ purchaseId, start, end, terms: { generator, buyer, grid }, txHash, settledAt }: SettledPeriod) {
  return { purchaseId, start: BigInt(start), end: BigInt(end), generator, buyer, grid, txHash, settledAt }
}

export interface SettledDelivery extends SettledPeriod {
  payer: string
  delivery: Delivery
}

/** Moves the purchase past its period, once. */
export async function saveDelivery(tx: Tx, settled: SettledDelivery): Promise<void> {
  const { payer, delivery, purchaseId: id } = settled
  const row = { ...keyOf(settled), payer, deliveredWh: decimal(delivery.delivered), delivery: toJson(delivery) }
  await tx.purchaseDelivery.createMany({ data: [row], skipDuplicates: true })
  const where = { id, settledUntil: row.start }
  await tx.purchase.updateMany({ where, data: { settledUntil: row.end, periods: { increment: 1 } } })
  await deleteRefusedRun(tx, { kind: 'purchase', subject: id })
}

export interface SettledUse extends SettledPeriod {
  contracted: Wh
  used: RegisterValues<Wh>
  total: Micro
  owed: Micro
  lines: readonly PaidLine[]
}

export async function saveUseBill(tx: Tx, bill: SettledUse): Promise<void> {
  const energy = { contractedWh: decimal(bill.contracted), usedWh: decimals(bill.used) }
  const money = { total: decimal(bill.total), owed: decimal(bill.owed), lines: toJson(bill.lines) }
  await tx.purchaseBill.createMany({ data: [{ ...keyOf(bill), ...energy, ...money }], skipDuplicates: true })
}
