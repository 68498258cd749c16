/** What members asked the relayer to send. */
import type { Refusal } from '@/lib/domain/decision'
import { asViewer, type Tx, type Viewer } from '../client'

export const RELAY_KINDS = ['sign', 'deposit', 'withdraw', 'settle', 'read'] as const
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
