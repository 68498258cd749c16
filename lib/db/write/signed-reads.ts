/** Signed reads that close a settlement period: requests that wait until a settlement takes them. */
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { asWorker, type StoredJson, type Tx } from '../client'
import { readFromJson } from '../stored/read'
import { insertRelays } from './relay-queue'

export interface SignedRead {
  read: Read
  signature: Hex
}

export interface WaitingRead extends SignedRead {
  requestId: string
}

export interface NewWaitingRead extends SignedRead {
  /** The read's own: a second request with it is refused by the database. */
  digest: Hex
}

export async function insertWaitingRead(tx: Tx, requester: string, waiting: NewWaitingRead): Promise<string> {
  const { read, signature, digest } = waiting
  const [id] = await insertRelays(tx, requester, [{ kind: 'read', payload: { read, signature, digest } }])
  if (!id) throw new Error('one request has one id')
  return id
}

/** The request that a read was handed in with before, if it was not refused; null if there is none. */
export async function requestOfRead(digest: Hex): Promise<string | null> {
  const [row] = await asWorker(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM relay_request
      WHERE kind = 'read' AND payload ? 'digest' AND status <> 'refused' AND payload->>'digest' = ${digest}`,
  )
  return row?.id ?? null
}

interface WaitingColumns {
  id: string
  read: StoredJson
  signature: string
}

function waitingFrom({ id, read, signature }: WaitingColumns): WaitingRead {
  return { requestId: id, read: readFromJson(read), signature: signature as Hex }
}

/** Of these meters, the best last: a measured read counts more than an estimate, and otherwise the newest. */
export async function waitingReads(meterIds: readonly string[]): Promise<WaitingRead[]> {
  if (meterIds.length === 0) return []
  const rows = await asWorker(
    (tx) => tx.$queryRaw<WaitingColumns[]>`
      SELECT id::text, payload->'read' AS read, payload->>'signature' AS signature FROM relay_request
      WHERE kind = 'read' AND status = 'queued' AND payload->'read'->>'meterId' = ANY(${[...meterIds]}::text[])
      ORDER BY payload->'read'->>'quality' = 'Measured', id`,
  )
  return rows.map(waitingFrom)
}

/** Measured reads whose instant was recorded with one that was not: they are to take its place. In the order they came. */
export async function waitingCorrections(): Promise<WaitingRead[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<WaitingColumns[]>`
      SELECT r.id::text, r.payload->'read' AS read, r.payload->>'signature' AS signature FROM relay_request r
      JOIN meter_read m ON m.meter_id = r.payload->'read'->>'meterId' AND m.time = (r.payload->'read'->>'time')::bigint
      WHERE r.kind = 'read' AND r.status = 'queued' AND r.payload->'read'->>'quality' = 'Measured'
        AND m.quality <> 'Measured'
      ORDER BY r.id`,
  )
  return rows.map(waitingFrom)
}

/**
 * Ends the waiting of reads whose instant is recorded by now: with themselves, or with another that they cannot replace.
 * What remains is a true read for an instant with an estimate.
 */
export async function closeRecordedReads(): Promise<void> {
  await asWorker(
    (tx) => tx.$executeRaw`
      WITH recorded AS (
        SELECT r.id, m.tx_hash, m.quality,
          m.quality = r.payload->'read'->>'quality' AND m.sequence = (r.payload->'read'->>'sequence')::bigint AS itself
        FROM relay_request r
        JOIN meter_read m ON m.meter_id = r.payload->'read'->>'meterId' AND m.time = (r.payload->'read'->>'time')::bigint
        WHERE r.kind = 'read' AND r.status = 'queued' AND r.payload ? 'read'
          AND (m.quality = 'Measured' OR r.payload->'read'->>'quality' <> 'Measured')
      )
      UPDATE relay_request r SET
        status = CASE WHEN c.itself THEN 'followed' ELSE 'refused' END,
        tx_hash = CASE WHEN c.itself THEN c.tx_hash END,
        refusal_name = CASE WHEN c.itself THEN NULL WHEN c.quality = 'Measured' THEN 'ReadAlreadyCorrected' ELSE 'ReadNotMeasured' END,
        refusal_facts = CASE WHEN c.itself THEN NULL
          ELSE jsonb_build_object('meterId', r.payload->'read'->>'meterId', 'time', r.payload->'read'->>'time') END,
        updated_at = (EXTRACT(epoch FROM now()))::bigint
      FROM recorded c WHERE r.id = c.id`,
  )
}
