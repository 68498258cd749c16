/** What is due to an agreement that has ended moves to another of its consumer, whose bills it lowers: nobody has to think of it. */
import { deployment } from '@/lib/chain/deployment'
import { moveDueCall } from '@/lib/chain/intents/surplus'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { duesToMove } from '@/lib/db/read/due'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { saveRefusedRun } from '@/lib/db/write/refused-runs'
import { isPassing } from './passing-refusals'
import { queueRun } from './queue-run'

/** What was refused is not tried more often than this. */
const REST_S = 60

/** @param now the chain's clock. @returns how many were handed to the relayer. */
export async function moveDues(now: number): Promise<number> {
  const underWay = await runsUnderWay('claim')
  let moved = 0
  for (const { from, to, id } of await asWorker((tx) => duesToMove(tx, now - REST_S))) {
    if (underWay.has(id)) continue
    const call = moveDueCall(deployment().contracts, { from: { terms: from, period: 0 }, to: { terms: to, period: 0 } })
    const tried = await tryCall(relayerAccount().address, call, 'latest')
    if (tried.ok) {
      await queueRun('claim', id, [call])
      moved++
    } else if (!isPassing(tried.refusal)) {
      const about = { kind: 'due', subject: id, start: from.start, parties: [] } as const
      await saveRefusedRun({ ...about, reason: tried.refusal, at: now })
    }
  }
  return moved
}
