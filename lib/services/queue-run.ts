/** Hands calls of the worker itself to the relayer, in this order. A subject whose calls are under way is left alone meanwhile. */
import type { Call } from '@/lib/chain/intents/calls'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import type { RelayKind } from '@/lib/db/read/relays'
import { saveRefusedRun, type RefusedRun } from '@/lib/db/write/refused-runs'
import { insertRelays } from '@/lib/db/write/relay-queue'
import type { Refusal } from '@/lib/domain/decision'
import { JOBS, sendJob } from './jobs'
import { isPassing } from './passing-refusals'

/** What was refused is not tried more often than this. */
export const REST_S = 60

/** What a run is about, for whoever it concerns. */
export type AboutRun = Omit<RefusedRun, 'reason'>

/** Only if the first would be taken now: a refusal is noted instead. @returns whether they were handed on. */
export async function tryRun(kind: RelayKind, calls: readonly [Call, ...Call[]], about: AboutRun): Promise<boolean> {
  const tried = await tryCall(relayerAccount().address, calls[0], 'latest')
  if (tried.ok) await queueRun(kind, about.subject, calls)
  else await noteRefused(about, tried.refusal)
  return tried.ok
}

export async function queueRun(kind: RelayKind, subject: string, calls: readonly Call[]): Promise<void> {
  await asWorker(async (tx) => {
    const orders = calls.map((call) => ({ kind, payload: { subject, ...call } }))
    await insertRelays(tx, relayerAccount().address, orders)
    await sendJob(tx, JOBS.relay)
  })
}

/** What nobody can help is tried again later; a person may see why. */
export async function noteRefused(about: AboutRun, reason: Refusal): Promise<void> {
  // Somebody else has ended the session: that is what was wanted.
  const isDone = about.kind === 'session' && reason.name === 'SessionNotOpen'
  if (!isPassing(reason) && !isDone) await saveRefusedRun({ ...about, reason })
}
