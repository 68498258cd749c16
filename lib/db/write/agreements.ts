/** Signed agreements and how far they are settled. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Micro } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal, decimals } from '../stored/amounts'

export interface SignedAgreement {
  id: string
  retailer: string
  terms: Terms
  termPeriods: number
  deposit: Micro
  txHash: string
  blockNumber: bigint
  /** As the consumer made it; null where the transaction does not show it. */
  signature: string | null
  signedAt: bigint
}

export async function saveAgreement(tx: Tx, agreement: SignedAgreement): Promise<void> {
  const { id, retailer, terms, termPeriods, deposit, txHash, blockNumber, signature, signedAt } = agreement
  const row = {
    id,
    consumer: terms.consumer,
    retailer,
    offerId: terms.offerId,
    meterId: terms.meterId,
    start: BigInt(terms.start),
    contractedWh: decimals(terms.contracted),
    replaces: terms.replaces,
    nonce: decimal(terms.nonce),
    expiry: BigInt(terms.expiry),
    termPeriods,
    deposit: decimal(deposit),
    settledUntil: BigInt(terms.start),
    txHash,
    blockNumber,
    signature,
    signedAt,
  }
  await tx.agreement.createMany({ data: [row], skipDuplicates: true })
}

export async function saveAgreementEnded(tx: Tx, { id, endedAt }: { id: string; endedAt: number }): Promise<void> {
  await tx.agreement.updateMany({ where: { id }, data: { endedAt: BigInt(endedAt) } })
}

export interface AgreementCut {
  id: string
  endsAt: number
  exitFee: Micro
  successor: string | null
}

export async function saveAgreementCut(tx: Tx, { id, endsAt, exitFee, successor }: AgreementCut): Promise<void> {
  const data = { endsAt: BigInt(endsAt), exitFee: decimal(exitFee), successor }
  await tx.agreement.updateMany({ where: { id }, data })
}

/** Undone before it started; what it was to replace goes on as if nothing had been signed. */
export async function saveAgreementCancelled(
  tx: Tx,
  { id, at, restored }: { id: string; at: bigint; restored: string | null },
): Promise<void> {
  await tx.agreement.updateMany({ where: { id }, data: { endedAt: at } })
  if (restored === null) return
  const data = { endsAt: null, exitFee: decimal(0n), successor: null }
  await tx.agreement.updateMany({ where: { id: restored }, data })
}

/** Moves past one settled period; a period that was passed before changes nothing. */
export async function saveAgreementAdvanced(tx: Tx, period: { id: string; start: number; end: number }): Promise<void> {
  const where = { id: period.id, settledUntil: BigInt(period.start) }
  await tx.agreement.updateMany({ where, data: { settledUntil: BigInt(period.end), periods: { increment: 1 } } })
}
