/** The relayer's queue: requests in the order they were made, and each one's transaction before it is sent. */
import { asWorker, type Tx } from '../client'
import type { RelayKind } from '../read/relays'
import { toJson } from '../stored/json'
import type { RelayOrder } from './relays'

const now = () => BigInt(Math.floor(Date.now() / 1000))

let lastMillisecond = 0
let inMillisecond = 0

/** UUIDv7, rising within a process: ordering by id is ordering by time. */
export function timeOrderedId(): string {
  const millisecond = Math.max(Date.now(), lastMillisecond)
  inMillisecond = millisecond === lastMillisecond ? inMillisecond + 1 : 0
  lastMillisecond = millisecond
  const time = millisecond.toString(16).padStart(12, '0')
  const count = inMillisecond.toString(16).padStart(3, '0').slice(-3)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${crypto.randomUUID().slice(19)}`
}

/** Requests that must be sent in this order. @returns their ids. */
export async function insertRelays(tx: Tx, requester: string, orders: readonly RelayOrder[]): Promise<string[]> {
  const ids: string[] = []
  for (const { kind, payload } of orders) {
    const id = timeOrderedId()
    const data = { id, requester: requester.toLowerCase(), kind, payload: toJson(payload), status: 'queued' }
    await tx.relayRequest.create({ data, select: { id: true } })
    ids.push(id)
  }
  return ids
}

export interface QueuedCall {
  id: string
  kind: RelayKind
  to: `0x${string}`
  data: `0x${string}`
}

/** The next requests to send, in order. Requests without a call (reads that wait for a settlement) are not sent. */
export async function queuedCalls(limit: number): Promise<QueuedCall[]> {
  return asWorker(
    (tx) => tx.$queryRaw<QueuedCall[]>`
      SELECT id::text, kind, payload->>'to' AS "to", payload->>'data' AS "data"
      FROM relay_request WHERE status = 'queued' AND payload ? 'to' ORDER BY id LIMIT ${limit}`,
  )
}

/** A request with a stored transaction, in the order of their nonces. */
export interface UnderWay {
  id: string
  status: 'sent' | 'mined'
  to: `0x${string}`
  data: `0x${string}`
  hash: `0x${string}`
  raw: `0x${string}`
  nonce: number
  /** Hashes of the transactions that this one replaced: any of them may be the one that is mined. */
  replaced: `0x${string}`[]
  /** When it was last sent, UTC seconds. */
  sentAt: number
}

interface UnderWayColumns extends Omit<UnderWay, 'nonce' | 'sentAt'> {
  nonce: bigint
  sentAt: bigint
}

/** Requests whose transaction may be anywhere between this machine and a block that was followed. */
export async function relaysUnderWay(): Promise<UnderWay[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<UnderWayColumns[]>`
      SELECT id::text, status, payload->>'to' AS "to", payload->>'data' AS "data", tx_hash AS hash, raw_tx AS raw, nonce,
        coalesce(payload->'replaced', '[]'::jsonb) AS replaced, updated_at AS "sentAt"
      FROM relay_request WHERE status IN ('sent', 'mined') AND raw_tx IS NOT NULL ORDER BY nonce`,
  )
  return rows.map((row) => ({ ...row, nonce: Number(row.nonce), sentAt: Number(row.sentAt) }))
}

export interface Outgoing {
  hash: `0x${string}`
  raw: `0x${string}`
  nonce: number
}

/**
 * Gives a queued request the next nonce and stores its signed transaction, which may be sent only after this.
 * Two relayers with one key would wait for each other here, so no nonce is given twice.
 * @param minedNonce the account's next nonce after what is mined
 * @returns null if the request is not queued any more
 */
export async function claimRelay(
  id: string,
  minedNonce: number,
  sign: (nonce: number) => Promise<Outgoing>,
): Promise<Outgoing | null> {
  return asWorker(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('switchyard relayer'))`
    const [row] = await tx.$queryRaw<{ used: bigint | null }[]>`
      SELECT max(nonce) AS used FROM relay_request WHERE status IN ('sent', 'mined')`
    const nonce = Math.max(minedNonce, Number(row?.used ?? -1n) + 1)
    const outgoing = await sign(nonce)
    const data = { status: 'sent', txHash: outgoing.hash, rawTx: outgoing.raw, nonce: BigInt(nonce), updatedAt: now() }
    const { count } = await tx.relayRequest.updateMany({ where: { id, status: 'queued' }, data })
    return count === 1 ? outgoing : null
  })
}

/** A dearer transaction with the same nonce. The one it replaces may still be the one that is mined. */
export async function replaceRelay(id: string, replaced: readonly string[], by: Outgoing): Promise<void> {
  await asWorker(
    (tx) => tx.$executeRaw`
      UPDATE relay_request SET tx_hash = ${by.hash}, raw_tx = ${by.raw}, updated_at = ${now()},
        payload = jsonb_set(payload, '{replaced}', ${JSON.stringify(replaced)}::jsonb)
      WHERE id = ${id}::uuid AND status = 'sent'`,
  )
}

/** Which of a request's transactions was mined. */
export async function saveRelayHash(id: string, hash: string): Promise<void> {
  await asWorker((tx) => tx.relayRequest.updateMany({ where: { id }, data: { txHash: hash } }))
}

/** Its nonce went to something else, so it never happened: back into the queue, in its old place. */
export async function requeueRelay(id: string): Promise<void> {
  const data = { status: 'queued', txHash: null, rawTx: null, nonce: null, updatedAt: now() }
  await asWorker((tx) => tx.relayRequest.updateMany({ where: { id, status: { in: ['sent', 'mined'] } }, data }))
}

/** Sent again just now. */
export async function touchRelay(id: string): Promise<void> {
  await asWorker((tx) => tx.relayRequest.updateMany({ where: { id }, data: { updatedAt: now() } }))
}
