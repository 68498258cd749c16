/** What members asked the relayer to send. */
import type { Refusal } from '@/lib/domain/decision'
import { asViewer, asWorker, type Tx, type Viewer } from '../client'

export const RELAY_KINDS = [
  'sign',
  'switch',
  'end',
  'deposit',
  'withdraw',
  'settle',
  'read',
  'revise',
  'purchase',
  'list',
  'bid',
  'withdrawOrder',
  'store',
  'return',
  'clear',
  'claim',
  'instruct',
] as const
export type RelayKind = (typeof RELAY_KINDS)[number]
export const RELAY_STATUSES = ['queued', 'sent', 'mined', 'followed', 'refused'] as const
export type RelayStatus = (typeof RELAY_STATUSES)[number]

export interface RelayRow {
  id: string
  requester: string
  kind: RelayKind
  status: RelayStatus
  /** Facts that were bigint are decimal strings. */
  refusal: Refusal | null
  txHash: string | null
  blockNumber: bigint | null
  createdAt: number
  updatedAt: number
}

/** Null also if it is somebody else's, or no request's id. */
export async function getRelay(viewer: Viewer, id: string): Promise<RelayRow | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null
  const row = await asViewer(viewer, (tx) => tx.relayRequest.findUnique({ where: { id } }))
  return row && relayFrom(row)
}

/** What became of a read that was handed in: the market carries it, so whoever handed it in may ask. Null if there is no such request. */
export async function readRequest(id: string): Promise<Pick<RelayRow, 'status' | 'refusal' | 'txHash'> | null> {
  const row = await asWorker((tx) => tx.relayRequest.findFirst({ where: { id, kind: 'read' } }))
  if (!row) return null
  const { status, refusal, txHash } = relayFrom(row)
  return { status, refusal, txHash }
}

type Found = NonNullable<Awaited<ReturnType<Tx['relayRequest']['findUnique']>>>

function relayFrom(row: Found): RelayRow {
  const { id, requester, refusalName, refusalFacts, txHash, blockNumber } = row
  return {
    id,
    requester,
    kind: row.kind as RelayKind,
    status: row.status as RelayStatus,
    refusal: refusalName === null ? null : { name: refusalName, facts: (refusalFacts ?? {}) as Record<string, string> },
    txHash,
    blockNumber,
    createdAt: Number(row.createdAt),
    updatedAt: Number(row.updatedAt),
  }
}

/** Whether the relayer sent this transaction to settle something, or one that it replaced. */
export async function isOwnSettlement(tx: Tx, txHash: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ own: boolean }[]>`
    SELECT EXISTS (SELECT FROM relay_request WHERE kind = 'settle' AND tx_hash = ${txHash})
      OR EXISTS (SELECT FROM relay_request WHERE kind = 'settle' AND status IN ('sent', 'mined')
        AND payload->'replaced' ? ${txHash}) AS own`
  return row?.own ?? false
}

/** How much one account has asked for: what is not mined yet, and everything since an instant. */
export async function relaysAskedBy(
  tx: Tx,
  requester: string,
  since: number,
): Promise<{ open: number; recent: number }> {
  // Two requests at once would both find room.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('switchyard requester'), hashtext(${requester.toLowerCase()}))`
  const [row] = await tx.$queryRaw<{ open: bigint; recent: bigint }[]>`
    SELECT count(*) FILTER (WHERE status IN ('queued', 'sent')) AS open,
      count(*) FILTER (WHERE created_at >= ${BigInt(since)}) AS recent
    FROM relay_request WHERE requester = ${requester.toLowerCase()}`
  return { open: Number(row?.open ?? 0n), recent: Number(row?.recent ?? 0n) }
}
