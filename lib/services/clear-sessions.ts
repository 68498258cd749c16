/**
 * Ends every surplus session that has closed: the book is in the rows, the price follows from it, and the chain verifies it in chunks
 * that fit a block. The chain keeps the progress of each proposer apart, so others may do the same at the same time, and calls that
 * come too late are refused before they are sent. What is in the book never matters: a session of dust or of nothing ends as well.
 */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { clearCall } from '@/lib/chain/intents/surplus'
import { asWorker } from '@/lib/db/client'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { closedSessions, type ClosedSession } from '@/lib/db/read/sessions-due'
import { sessionBook, type SessionBook } from '@/lib/db/read/surplus-sessions'
import { clear } from '@/lib/domain/surplus/clear'
import { REST_S, tryRun, type AboutRun } from './queue-run'

/** Lots and bids verified in one transaction, at up to 4,200 gas each. */
const AT_ONCE = 2_000

/** @param now the chain's clock as far as it was followed: what was placed before is in the rows. @returns how many were begun. */
export async function clearSessions(now: number, atOnce = AT_ONCE): Promise<number> {
  const underWay = await runsUnderWay('clear')
  let begun = 0
  for (const session of await closedSessions({ now, rested: now - REST_S })) {
    const about = aboutSession(session, now)
    if (underWay.has(about.subject) || isOverdue(session, now)) continue
    if (await tryRun('clear', await callsFor(session, atOnce), about)) begun++
  }
  return begun
}

/** Whoever has seen a delivery period end must not choose the result any more: such a session is voided. */
export function isOverdue({ kind, end }: ClosedSession, now: number): boolean {
  return kind === 'Contracted' && now >= end
}

async function callsFor({ id }: ClosedSession, atOnce: number): Promise<[Call, ...Call[]]> {
  const { ids, ...book } = await asWorker((tx) => sessionBook(tx, id))
  const clearing = clear(book, { lots: (row) => ids.lots[row]!, bids: (row) => ids.bids[row]! })
  const call = clearCall(deployment().contracts, id, clearing, BigInt(atOnce))
  return [call, ...Array<Call>(chunksOf(book, atOnce) - 1).fill(call)]
}

/** An empty session takes one as well. Chunks that were verified before a crash are not needed again: the last are refused then. */
function chunksOf({ lots, bids }: Pick<SessionBook, 'lots' | 'bids'>, atOnce: number): number {
  return Math.max(1, Math.ceil((lots.ticks.length + bids.ticks.length) / atOnce))
}

export function aboutSession({ id, start }: Pick<ClosedSession, 'id' | 'start'>, at: number): AboutRun {
  return { kind: 'session', subject: String(id), start, parties: [], at }
}
