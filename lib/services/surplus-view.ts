/** Sessions of the surplus market as pages show them. */
import { asViewer, type Viewer } from '@/lib/db/client'
import {
  ownOrders,
  sessionBook,
  sessionStamp,
  surplusSession,
  surplusSessions,
  type SessionBook,
  type SessionFilter,
} from '@/lib/db/read/surplus-sessions'
import { bookDepth, type DepthPoint } from '@/lib/domain/surplus/book-depth'
import { bookLevels, type BookLevels } from '@/lib/domain/surplus/book-levels'
import { clear, type Clearing } from '@/lib/domain/surplus/clear'
import { phaseAt, type SessionPhase } from '@/lib/domain/surplus/phase'
import { standingOf, type OrderStanding } from '@/lib/domain/surplus/position'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { marketTime } from './market-time'

/** What a picture of some hundred pixels can show. */
const DEPTH_POINTS = 120
const LEVELS = 10

export interface SessionView {
  now: number
  session: SurplusSession
  phase: SessionPhase
  /** How it ended, or how it would if it were cleared now; null where nothing is traded. */
  clearing: Clearing | null
  depth: DepthPoint[]
  bids: BookLevels
  lots: BookLevels
  /** The viewer's own, the newest first. */
  own: OrderStanding[]
}

/** Null if there is no such session. */
export function findSession(id: bigint): Promise<SurplusSession | null> {
  return asViewer(null, (tx) => surplusSession(tx, id))
}

/** With its book, and what the viewer has in it. Null if there is no such session. */
export async function surplusSessionView(viewer: Viewer | null, id: bigint): Promise<SessionView | null> {
  const [now, found] = await Promise.all([
    marketTime(),
    asViewer(viewer, async (tx) => {
      const session = await surplusSession(tx, id)
      if (!session) return null
      return { session, book: await sessionBook(tx, id), own: viewer ? await ownOrders(tx, { sessionId: id }) : [] }
    }),
  ])
  if (!found) return null
  const { session, book } = found
  const clearing = clearingOf(session, book)
  return {
    now,
    session,
    phase: phaseAt(session, now),
    clearing,
    depth: bookDepth(book, DEPTH_POINTS),
    bids: bookLevels(book.bids, 'bids', LEVELS),
    lots: bookLevels(book.lots, 'lots', LEVELS),
    own: found.own.map((order) => standingOf(order, clearing)),
  }
}

function clearingOf(session: SurplusSession, book: SessionBook): Clearing | null {
  if (session.status !== 'Open') return session.clearing
  const clearing = clear(book, { lots: (row) => book.ids.lots[row]!, bids: (row) => book.ids.bids[row]! })
  return clearing.volume > 0n ? clearing : null
}

export interface SessionList {
  now: number
  /** Every region that had a session. */
  regions: number[]
  sessions: { session: SurplusSession; phase: SessionPhase }[]
}

/** The newest first. */
export async function surplusSessionList(filter: SessionFilter, most: number): Promise<SessionList> {
  const [now, found] = await Promise.all([
    marketTime(),
    asViewer(null, async (tx) => {
      const sessions = await surplusSessions(tx, filter, most)
      const all = filter.region === undefined ? sessions : await surplusSessions(tx, {}, most)
      return { sessions, regions: [...new Set(all.map(({ region }) => region))].sort((a, b) => a - b) }
    }),
  ])
  return {
    now,
    regions: found.regions,
    sessions: found.sessions.map((session) => ({ session, phase: phaseAt(session, now) })),
  }
}

/** Changes when anything does that the page of a session shows; null if there is no such session. */
export function sessionMark(viewer: Viewer | null, id: bigint): Promise<string | null> {
  return asViewer(viewer, (tx) => sessionStamp(tx, id))
}
