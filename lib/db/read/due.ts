/** What surplus did to bills, and what is due to agreements. */
import type { Terms } from '@/lib/domain/agreements/terms'
import { NO_SURPLUS, type BilledSurplus } from '@/lib/domain/billing/surplus'
import type { AgreementDue } from '@/lib/domain/surplus/agreement-due'
import type { Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { whOf, wholeOf } from '../stored/amounts'
import { termsFromRow } from '../stored/terms'
import { labelsOf } from './names'

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

/** Of every agreement of a consumer's, what is due to it: the one that starts first comes first. */
export async function agreementsWithDue(tx: Tx, consumer: string): Promise<AgreementDue[]> {
  const where = { consumer: consumer.toLowerCase() }
  const rows = await tx.agreement.findMany({ where, orderBy: [{ start: 'asc' }, { id: 'asc' }] })
  const sums = await tx.dueMovement.groupBy({
    by: 'agreementId',
    where: { agreementId: { in: rows.map(({ id }) => id) } },
    _sum: { effectWh: true },
  })
  const meterIds = rows.map(({ meterId }) => meterId)
  const meters = await tx.meter.findMany({ where: { id: { in: meterIds } }, select: { id: true, region: true } })
  const labels = await labelsOf(tx, meterIds)
  const dues = new Map(sums.map(({ agreementId, _sum }) => [agreementId, _sum.effectWh]))
  const regions = new Map(meters.map(({ id, region }) => [id, Number(region)]))
  return rows.map((row) => {
    const due = dues.get(row.id)
    return {
      id: row.id as Hex,
      terms: termsFromRow(row),
      region: regions.get(row.meterId) ?? null,
      meterLabel: labels.get(row.meterId) ?? null,
      endsAt: row.endsAt === null ? null : Number(row.endsAt),
      ended: row.endedAt !== null,
      due: due ? whOf(due) : wh(0n),
    }
  })
}

/** Something is due to an agreement that has ended, and its consumer has another in the region. */
export interface DueToMove {
  /** Of the one that has ended. */
  id: string
  from: Terms
  to: Terms
}

/** Best the one on the same meter, of several the one that starts last. What was refused at or after `rested` rests for a while. */
export async function duesToMove(tx: Tx, rested: number): Promise<DueToMove[]> {
  const pairs = await tx.$queryRaw<{ from: string; to: string }[]>`
    SELECT DISTINCT ON (old.id) old.id AS "from", next.id AS "to"
    FROM (SELECT agreement_id FROM due_movement GROUP BY agreement_id HAVING sum(effect_wh) > 0) due
    JOIN agreement old ON old.id = due.agreement_id AND old.ended_at IS NOT NULL
    JOIN agreement next ON next.consumer = old.consumer AND next.ended_at IS NULL
    JOIN meter there ON there.id = old.meter_id
    JOIN meter here ON here.id = next.meter_id AND here.region = there.region
    WHERE NOT EXISTS (SELECT FROM refused_run r
      WHERE r.kind = 'due' AND r.subject = old.id AND r.at >= ${BigInt(rested)})
    ORDER BY old.id, next.meter_id = old.meter_id DESC, next.start DESC`
  const ids = pairs.flatMap(({ from, to }) => [from, to])
  const rows = await tx.agreement.findMany({ where: { id: { in: ids } } })
  const terms = new Map(rows.map((row) => [row.id, termsFromRow(row)]))
  return pairs.map(({ from, to }) => ({ id: from, from: terms.get(from)!, to: terms.get(to)! }))
}
