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

export async function insertWaitingRead(tx: Tx, requester: string, { read, signature }: SignedRead): Promise<string> {
  const [id] = await insertRelays(tx, requester, [{ kind: 'read', payload: { read, signature } }])
  if (!id) throw new Error('one request has one id')
  return id
}

interface WaitingColumns {
  id: string
  read: StoredJson
  signature: string
}

/** Of these meters, the newest last. */
export async function waitingReads(meterIds: readonly string[]): Promise<WaitingRead[]> {
  if (meterIds.length === 0) return []
  const rows = await asWorker(
    (tx) => tx.$queryRaw<WaitingColumns[]>`
      SELECT id::text, payload->'read' AS read, payload->>'signature' AS signature FROM relay_request
      WHERE kind = 'read' AND status = 'queued' AND payload->'read'->>'meterId' = ANY(${[...meterIds]}::text[])
      ORDER BY id`,
  )
  return rows.map(({ id, read, signature }) => ({
    requestId: id,
    read: readFromJson(read),
    signature: signature as Hex,
  }))
}

/** Waiting reads that the chain has recorded by now: their settlement was followed. */
export async function closeRecordedReads(): Promise<number> {
  return asWorker(
    (tx) => tx.$executeRaw`
      UPDATE relay_request r SET status = 'followed', tx_hash = m.tx_hash,
        updated_at = (EXTRACT(epoch FROM now()))::bigint
      FROM meter_read m
      WHERE r.kind = 'read' AND r.status = 'queued' AND r.payload ? 'read'
        AND m.meter_id = r.payload->'read'->>'meterId' AND m.time = (r.payload->'read'->>'time')::bigint`,
  )
}
