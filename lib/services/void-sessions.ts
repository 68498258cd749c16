/** Releases everything in sessions of contracted energy that were not cleared before their delivery period ended. */
import { deployment } from '@/lib/chain/deployment'
import { voidSessionCall } from '@/lib/chain/intents/surplus'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { closedSessions } from '@/lib/db/read/sessions-due'
import { aboutSession, isOverdue } from './clear-sessions'
import { REST_S, tryRun } from './queue-run'

/** @param now the chain's clock. @returns how many were handed to the relayer. */
export async function voidSessions(now: number): Promise<number> {
  const underWay = await runsUnderWay('clear')
  let voided = 0
  for (const session of await closedSessions({ now, rested: now - REST_S })) {
    const about = aboutSession(session, now)
    if (!isOverdue(session, now) || underWay.has(about.subject)) continue
    const call = voidSessionCall(deployment().contracts, session.id)
    if (await tryRun('clear', [call], about)) voided++
  }
  return voided
}
