/** Bills as they were settled, and settlements that were refused. */
import type { BillLine } from '@/lib/domain/billing/lines'
import type { Refusal } from '@/lib/domain/decision'
import type { BilledSurplus } from '@/lib/domain/billing/surplus'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { areMeasured, type BillReads } from '@/lib/domain/settlement/revision'
import type { Address } from '@/lib/domain/units/hex'
import type { Micro, SignedNano, Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { deleteRefusedRun } from './refused-runs'
import { decimal, decimals } from '../stored/amounts'
import { toJson } from '../stored/json'

export interface PaidLine extends BillLine {
  payeeAddress: Address
}

export interface SettledBill {
  agreementId: string
  start: number
  end: number
  consumer: string
  retailer: string
  grid: string
  offerId: string
  meterId: string
  contracted: Wh
  used: RegisterValues<Wh>
  surplus: BilledSurplus
  total: Micro
  lines: readonly PaidLine[]
  /** What it was made from; null if that is not known. */
  reads: BillReads | null
  txHash: string
  blockNumber: bigint
  settledAt: bigint
}

export function billIdOf(bill: { agreementId: string; start: number }): string {
  return `${bill.agreementId}-${bill.start}`
}

/** @returns false if the bill was there already. */
export async function saveBill(tx: Tx, bill: SettledBill): Promise<boolean> {
  const { start, end, contracted, used, surplus, total, lines, reads, ...rest } = bill
  const id = billIdOf(bill)
  const basis = reads && !areMeasured(reads) ? toJson(reads) : undefined
  const row = { id, ...rest, start: BigInt(start), end: BigInt(end), basis }
  const { bought, sold, taken } = surplus
  const amounts = { contractedWh: decimal(contracted), usedWh: decimals(used), total: decimal(total) }
  const moved = { boughtWh: decimal(bought), soldWh: decimal(sold), takenWh: decimal(taken) }
  const { count } = await tx.bill.createMany({ data: [{ ...row, ...amounts, ...moved }], skipDuplicates: true })
  if (count === 0) return false
  await tx.billLine.createMany({
    data: lines.map(({ kind, payee, payeeAddress, quantity, price, amount }, position) => ({
      billId: id,
      position,
      kind,
      payee,
      payeeAddress,
      quantityWh: decimal(quantity),
      price: decimal(price),
      amount: decimal(amount),
    })),
  })
  return true
}

/** What was missing when a bill was settled, and when it is due. */
export async function saveBillUnpaid(
  tx: Tx,
  unpaid: { agreementId: string; txHash: string; missing: Micro; due: number },
): Promise<void> {
  const { agreementId, txHash, missing, due } = unpaid
  await tx.bill.updateMany({ where: { agreementId, txHash }, data: { missing: decimal(missing), due: BigInt(due) } })
}

export async function saveIndexCost(
  tx: Tx,
  { agreementId, txHash, indexCost }: { agreementId: string; txHash: string; indexCost: SignedNano },
): Promise<void> {
  await tx.bill.updateMany({ where: { agreementId, txHash }, data: { indexCost: decimal(indexCost) } })
}

export interface RevisedBill {
  txHash: string
  logIndex: number
  billId: string
  consumer: string
  retailer: string
  grid: string
  /** Empty where only the true-up of a contract year changed. */
  used: RegisterValues<Wh> | readonly []
  /** Credits that the new lines are made with. */
  taken: Wh
  reversed: readonly PaidLine[]
  lines: readonly PaidLine[]
  /** What the new lines were made from; null if nobody can tell. */
  reads: BillReads | null
  blockNumber: bigint
  settledAt: bigint
}

export async function saveRevision(
  tx: Tx,
  { used, taken, reversed, lines, reads, ...revision }: RevisedBill,
): Promise<void> {
  const sum = (of: readonly PaidLine[]) => of.reduce<bigint>((total, { amount }) => total + amount, 0n)
  const row = {
    ...revision,
    usedWh: decimals(used),
    takenWh: decimal(taken),
    reversed: toJson(reversed),
    lines: toJson(lines),
    basis: reads ? toJson(reads) : undefined,
    net: decimal(sum(lines) - sum(reversed)),
  }
  await tx.billRevision.createMany({ data: [row], skipDuplicates: true })
  await deleteRefusedRun(tx, { kind: 'revision', subject: row.billId })
}

export interface SkippedSettlement {
  txHash: string
  logIndex: number
  agreementId: string
  start: number
  consumer: string
  retailer: string
  reason: Refusal
  at: bigint
}

/** The newest of a customer-month replaces the others: anybody may have the same refusal written again and again. */
export async function saveSkip(tx: Tx, { start, reason, ...skip }: SkippedSettlement): Promise<void> {
  const row = { ...skip, start: BigInt(start), reasonName: reason.name, reasonFacts: toJson(reason.facts) }
  await tx.settlementSkip.deleteMany({ where: { agreementId: row.agreementId, start: row.start } })
  await tx.settlementSkip.createMany({ data: [row], skipDuplicates: true })
}
