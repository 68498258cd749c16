/** Hands calls of the worker itself to the relayer, in this order. A subject whose calls are under way is left alone meanwhile. */
import type { Call } from '@/lib/chain/intents/calls'
import { relayerAccount } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import type { RelayKind } from '@/lib/db/read/relays'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { JOBS, sendJob } from './jobs'

export async function queueRun(kind: RelayKind, subject: string, calls: readonly Call[]): Promise<void> {
  await asWorker(async (tx) => {
    const orders = calls.map((call) => ({ kind, payload: { subject, ...call } }))
    await insertRelays(tx, relayerAccount().address, orders)
    await sendJob(tx, JOBS.relay)
  })
}
