/** Releases everything in sessions of contracted energy that were not cleared before their delivery period ended. */
import { deployment } from '@/lib/chain/deployment'
import { voidSessionCall } from '@/lib/chain/intents/surplus'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { closedSessions } from '@/lib/db/read/sessions-due'
import { isOverdue, noteRefused } from './clear-sessions'
import { queueRun } from './queue-run'

/** What was refused is not tried more often than this. */
const REST_S = 60

/** @param now the chain's clock. @returns how many were handed to the relayer. */
export async function voidSessions(now: number): Promise<number> {
  const underWay = await runsUnderWay('clear')
  let voided = 0
  for (const session of await closedSessions({ now, rested: now - REST_S })) {
    const subject = String(session.id)
    if (!isOverdue(session, now) || underWay.has(subject)) continue
    const call = voidSessionCall(deployment().contracts, session.id)
    const tried = await tryCall(relayerAccount().address, call, 'latest')
    if (tried.ok) {
      await queueRun('clear', subject, [call])
      voided++
    } else await noteRefused(session, tried.refusal, now)
  }
  return voided
}
