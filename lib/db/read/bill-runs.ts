/** The later runs of bills: what each took back, what it put in its place, and the reads it was made from. */
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { areMeasured, type BillReads } from '@/lib/domain/settlement/revision'
import { micro, signedMicro, type Micro, type SignedMicro, type Wh } from '@/lib/domain/units/units'
import type { StoredJson, Tx } from '../client'
import { registersOf, wholeOf } from '../stored/amounts'
import { billReadsFromJson } from '../stored/bill-reads'
import { linesFromJson } from '../stored/purchase'
import type { PaidLine } from '../write/billing'

export interface BillRun {
  /** Null where the energy stayed as it was: only the true-up of a contract year was made again. */
  usedWh: RegisterValues<Wh> | null
  /** What is taken back, and what takes its place: the whole bill, or a part of it. */
  reversed: PaidLine[]
  lines: PaidLine[]
  /** What the consumer pays more; below zero it gets back. */
  net: SignedMicro
  /** Null if nobody can tell which they were. */
  reads: BillReads | null
  settledAt: number
  blockNumber: bigint
  txHash: string
}

/** By bill, the oldest first; a bill that was never revised is not there. */
export async function laterRuns(tx: Tx, billIds: readonly string[]): Promise<ReadonlyMap<string, BillRun[]>> {
  const rows = await tx.billRevision.findMany({
    where: { billId: { in: [...billIds] } },
    orderBy: [{ blockNumber: 'asc' }, { logIndex: 'asc' }],
  })
  const runs = new Map<string, BillRun[]>()
  for (const { billId, usedWh, reversed, lines, net, basis, settledAt, blockNumber, txHash } of rows) {
    const run = {
      usedWh: usedWh.length === 0 ? null : registersOf(usedWh),
      reversed: linesFromJson(reversed),
      lines: linesFromJson(lines),
      net: signedMicro(wholeOf(net)),
      reads: basis === null ? null : billReadsFromJson(basis),
      settledAt: Number(settledAt),
      blockNumber,
      txHash,
    }
    runs.set(billId, [...(runs.get(billId) ?? []), run])
  }
  return runs
}

/** The reads that a bill rests on after its runs; null if all of them were measured from the first. */
export function readsOfNewest(basis: StoredJson | null, runs: readonly BillRun[]): BillReads | null {
  if (basis === null) return null
  const known = runs.flatMap(({ reads }) => (reads ? [reads] : []))
  return known.at(-1) ?? billReadsFromJson(basis)
}

/** The energy of a bill after its runs. */
export function usedAfter(first: RegisterValues<Wh>, runs: readonly BillRun[]): RegisterValues<Wh> {
  return runs.reduce((used, run) => run.usedWh ?? used, first)
}

/** What a bill comes to after its runs. */
export function totalAfter(first: Micro, runs: readonly BillRun[]): Micro {
  return micro(runs.reduce<bigint>((total, { net }) => total + net, first))
}

/** Whether a bill will be made again when a true read comes. */
export function restsOnEstimate(basis: StoredJson | null, runs: readonly BillRun[]): boolean {
  const reads = readsOfNewest(basis, runs)
  return reads !== null && !areMeasured(reads)
}
