/**
 * Gives everybody in an ended session what is theirs, so that nobody has to come back for it. Bids come before lots, which are paid out
 * of them; what somebody has claimed meanwhile is passed over by the contract.
 */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { claimCall } from '@/lib/chain/intents/surplus'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { unclaimedOrders, type Unclaimed } from '@/lib/db/read/sessions-due'
import { aboutSession } from './clear-sessions'
import { REST_S, tryRun } from './queue-run'

/** Lots or bids in one transaction: each moves money and energy, at up to 150,000 gas. */
const AT_ONCE = 50
/** Transactions of one turn: whoever fills a session with dust must not keep others waiting. */
const MOST = 20

/** @param now UTC seconds. @returns how many lots and bids were handed to the relayer. */
export async function claimSessions(now = Math.floor(Date.now() / 1000)): Promise<number> {
  const underWay = await runsUnderWay('claim')
  let [left, claimed] = [MOST, 0]
  for (const due of await unclaimedOrders(now - REST_S)) {
    const about = aboutSession({ id: due.sessionId, start: due.start }, now)
    if (left === 0) break
    if (underWay.has(about.subject)) continue
    const chunks = chunksOf(due).slice(0, left)
    const [first, ...others] = chunks.map(callOf(due.sessionId))
    if (!(await tryRun('claim', [first!, ...others], about))) continue
    left -= chunks.length
    claimed += chunks.reduce((sum, { bids, lots }) => sum + bids.length + lots.length, 0)
  }
  return claimed
}

type Chunk = Pick<Unclaimed, 'bids' | 'lots'>

/** All bids before the first lot. */
function chunksOf({ bids, lots }: Unclaimed): Chunk[] {
  return [
    ...slices(bids).map((some) => ({ bids: some, lots: [] })),
    ...slices(lots).map((some) => ({ bids: [], lots: some })),
  ]
}

function slices(indexes: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(indexes.length / AT_ONCE) }, (_, place) =>
    indexes.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
  )
}

const callOf =
  (sessionId: bigint) =>
  (chunk: Chunk): Call =>
    claimCall(deployment().contracts, sessionId, chunk)
