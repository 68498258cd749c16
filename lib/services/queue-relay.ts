/** Hands transactions to the relayer. */
import type { Call } from '@/lib/chain/intents/calls'
import { asViewer, type Viewer } from '@/lib/db/client'
import type { RelayKind } from '@/lib/db/read/relays'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { JOBS, sendJob } from './jobs'

export interface RelayedCall {
  kind: RelayKind
  call: Call
  /** What the request is about, for whoever reads the queue. */
  about?: Record<string, unknown>
}

/** All of them in this order, or none. @returns the id of the last: when that is followed, the others are. */
export async function queueCalls(viewer: Viewer, calls: readonly RelayedCall[]): Promise<string> {
  return asViewer(viewer, async (tx) => {
    const orders = calls.map(({ kind, call, about }) => ({ kind, payload: { ...about, ...call } }))
    const id = (await insertRelays(tx, viewer.address, orders)).at(-1)
    if (!id) throw new RangeError('nothing to relay')
    await sendJob(tx, JOBS.relay)
    return id
  })
}
