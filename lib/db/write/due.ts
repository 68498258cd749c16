/** Credits that are due to agreements, and what bills took of them. */
import type { Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'

export interface DueMovement {
  txHash: string
  logIndex: number
  blockNumber: bigint
  at: bigint
  agreementId: string
  what: 'Put' | 'Moved' | 'Settled'
  /** Signed effect on what is due. */
  effect: bigint
}

export async function saveDueMovement(tx: Tx, { effect, ...movement }: DueMovement): Promise<void> {
  await tx.dueMovement.createMany({ data: [{ ...movement, effectWh: decimal(effect) }], skipDuplicates: true })
}

/** What surplus did to the bill, or its revision, that follows in the same transaction. */
export async function saveSurplusSettled(
  tx: Tx,
  settled: Omit<DueMovement, 'what' | 'effect'> & { start: number; bought: Wh; sold: Wh; taken: Wh },
): Promise<void> {
  const { start, bought, sold, taken, ...place } = settled
  const amounts = { effectWh: decimal(-taken), boughtWh: decimal(bought), soldWh: decimal(sold) }
  const row = { ...place, what: 'Settled', start: BigInt(start), ...amounts }
  await tx.dueMovement.createMany({ data: [row], skipDuplicates: true })
}

/** From here on its settlement asks the surplus book. */
export async function saveAgreementMarked(tx: Tx, id: string): Promise<void> {
  await tx.agreement.updateMany({ where: { id }, data: { surplus: true } })
}
