/** Settlement runs that were refused. Written by the runs themselves: a call that is refused leaves no event. */
import type { Refusal } from '@/lib/domain/decision'
import { asWorker, type Tx } from '../client'
import type { RunKind } from '../read/refused-runs'
import { toJson } from '../stored/json'

export interface RefusedRun {
  kind: RunKind
  subject: string
  start: number
  parties: readonly string[]
  reason: Refusal
  at: number
}

/** The newest reason replaces the one before. */
export async function saveRefusedRun({ reason, start, at, parties, ...run }: RefusedRun): Promise<void> {
  const key = { ...run, start: BigInt(start) }
  const rest = { reasonName: reason.name, reasonFacts: toJson(reason.facts), at: BigInt(at) }
  const data = { parties: parties.map((party) => party.toLowerCase()), ...rest }
  const where = { kind_subject_start: key }
  await asWorker((tx) => tx.refusedRun.upsert({ where, create: { ...key, ...data }, update: data }))
}

/** It was made after all. */
export async function deleteRefusedRun(tx: Tx, run: Pick<RefusedRun, 'kind' | 'subject'>): Promise<void> {
  await tx.refusedRun.deleteMany({ where: run })
}
