/** What surplus did to bills, and what is due to agreements. */
import { NO_SURPLUS, type BilledSurplus } from '@/lib/domain/billing/surplus'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { whOf, wholeOf } from '../stored/amounts'

export interface SettledRun {
  agreementId: string
  /** Of the delivery period. */
  start: number
  txHash: string
}

/** Of the bill or revision that a transaction settled: its event comes before theirs. */
export async function surplusOfRun(tx: Tx, { start, ...run }: SettledRun): Promise<BilledSurplus> {
  const where = { ...run, start: BigInt(start), what: 'Settled' }
  const row = await tx.dueMovement.findFirst({ where, orderBy: { logIndex: 'desc' } })
  if (!row) return NO_SURPLUS
  return { bought: whOf(row.boughtWh), sold: whOf(row.soldWh), taken: wh(-wholeOf(row.effectWh)) }
}

/** Credits that the next bills of an agreement take. Row-level security: the viewer's own. */
export async function dueOf(tx: Tx, agreementId: string): Promise<Wh> {
  const { _sum } = await tx.dueMovement.aggregate({ where: { agreementId }, _sum: { effectWh: true } })
  return wh(_sum.effectWh === null ? 0n : wholeOf(_sum.effectWh))
}
