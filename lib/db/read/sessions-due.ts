/** What the worker has to do about surplus sessions, at the time of the chain up to which their rows are complete. */
import type { SessionKind } from '@/lib/domain/surplus/session'
import { asWorker } from '../client'

/** The clock of the last block whose facts are rows; null before the first. */
export async function followedTime(): Promise<number | null> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ timestamp: bigint }[]>`
      SELECT b.timestamp FROM chain_cursor c
      JOIN chain_block b ON b.chain_id = c.chain_id AND b.number = c.block_number
      ORDER BY c.followed_at DESC LIMIT 1`,
  )
  return rows[0] ? Number(rows[0].timestamp) : null
}

/** A session that takes no more lots and bids, and has no result yet. */
export interface ClosedSession {
  id: bigint
  kind: SessionKind
  start: number
  /** Of the delivery period. */
  end: number
}

/** The ones that closed first come first. What was refused at or after `rested` rests for a while. */
export async function closedSessions({ now, rested }: { now: number; rested: number }): Promise<ClosedSession[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ id: bigint; kind: string; start: bigint; end: bigint }[]>`
      SELECT s.id, s.kind, s.start, s."end" FROM surplus_session s
      WHERE s.status = 'Open' AND s.close_at <= ${BigInt(now)}
        AND NOT EXISTS (SELECT FROM refused_run r
          WHERE r.kind = 'session' AND r.subject = s.id::text AND r.at >= ${BigInt(rested)})
      ORDER BY s.close_at, s.id`,
  )
  return rows.map(({ id, kind, start, end }) => ({
    id,
    kind: kind as SessionKind,
    start: Number(start),
    end: Number(end),
  }))
}

/** Lots and bids of a session that ended, whose owners wait for what is theirs. */
export interface Unclaimed {
  sessionId: bigint
  /** Of the delivery period. */
  start: number
  bids: number[]
  lots: number[]
}

/** The oldest sessions first, with all that is unclaimed in them. What was refused at or after `rested` rests for a while. */
export async function unclaimedOrders(rested: number): Promise<Unclaimed[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<(Omit<Unclaimed, 'start'> & { start: bigint })[]>`
      SELECT s.id AS "sessionId", s.start,
        coalesce(array_agg(o.index::int ORDER BY o.index) FILTER (WHERE o.side = 'Bid'), '{}') AS bids,
        coalesce(array_agg(o.index::int ORDER BY o.index) FILTER (WHERE o.side = 'Lot'), '{}') AS lots
      FROM surplus_order o JOIN surplus_session s ON s.id = o.session_id
      WHERE o.status = 'Placed' AND s.status <> 'Open'
        AND NOT EXISTS (SELECT FROM refused_run r
          WHERE r.kind = 'session' AND r.subject = s.id::text AND r.at >= ${BigInt(rested)})
      GROUP BY s.id ORDER BY s.id`,
  )
  return rows.map(({ start, ...row }) => ({ ...row, start: Number(start) }))
}
