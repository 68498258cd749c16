/** Hands transactions to the relayer. */
import type { Call } from '@/lib/chain/intents/calls'
import { asViewer, type Tx, type Viewer } from '@/lib/db/client'
import { relaysAskedBy, type RelayKind } from '@/lib/db/read/relays'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { JOBS, sendJob } from './jobs'

export interface RelayedCall {
  kind: RelayKind
  call: Call
  /** What the request is about, for whoever reads the queue. */
  about?: Record<string, unknown>
}

/** The market pays the gas and everybody waits in one queue: no account may fill it or spend without end. */
const MOST_OPEN = 8
const MOST_A_DAY = 60
const DAY_S = 86_400

/** Looks at what the account has asked for before, while nothing else of it can be queued. An answer takes the place of queueing. */
export type LookBefore = (tx: Tx) => Promise<Decision<string> | null>

/** All of them in this order, or none. @returns the id of the last: when that is followed, the others are. */
export async function queueCalls(
  viewer: Viewer,
  calls: readonly RelayedCall[],
  lookBefore: LookBefore = async () => null,
): Promise<Decision<string>> {
  return asViewer(viewer, async (tx) => {
    const { open, recent } = await relaysAskedBy(tx, viewer.address, Math.floor(Date.now() / 1000) - DAY_S)
    const before = await lookBefore(tx)
    if (before) return before
    if (open + calls.length > MOST_OPEN || recent + calls.length > MOST_A_DAY) return refuse('TooManyRequests')
    const orders = calls.map(({ kind, call, about }) => ({ kind, payload: { ...about, ...call } }))
    const id = (await insertRelays(tx, viewer.address, orders)).at(-1)
    if (!id) throw new RangeError('nothing to relay')
    await sendJob(tx, JOBS.relay)
    return ok(id)
  })
}
