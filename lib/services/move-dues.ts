/** What is due to an agreement that has ended moves to another of its consumer, whose bills it lowers: nobody has to think of it. */
import { deployment } from '@/lib/chain/deployment'
import { moveDueCall } from '@/lib/chain/intents/surplus'
import { asWorker } from '@/lib/db/client'
import { duesToMove } from '@/lib/db/read/due'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { REST_S, tryRun } from './queue-run'

/** @param now the chain's clock. @returns how many were handed to the relayer. */
export async function moveDues(now: number): Promise<number> {
  const underWay = await runsUnderWay('claim')
  let moved = 0
  for (const { from, to, id } of await asWorker((tx) => duesToMove(tx, now - REST_S))) {
    if (underWay.has(id)) continue
    const call = moveDueCall(deployment().contracts, { from: { terms: from, period: 0 }, to: { terms: to, period: 0 } })
    const about = { kind: 'due', subject: id, start: from.start, parties: [], at: now } as const
    if (await tryRun('claim', [call], about)) moved++
  }
  return moved
}
