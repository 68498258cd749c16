/** Is the follower alive, and how far has it come? Reading it at all says that the database is. */
import { asViewer } from '../client'

export interface HealthRow {
  /** Null before the follower's first look at the chain. */
  chainId: bigint | null
  block: bigint | null
  blockHash: string | null
  /** When the follower last looked at the chain, UTC seconds: it runs in the worker. */
  followedAt: number | null
  haltedReason: string | null
  alarms: number
  /** Of relay requests that no relayer took yet. */
  oldestQueuedAt: number | null
}

interface HealthColumns {
  chain_id: bigint | null
  block_number: bigint | null
  block_hash: string | null
  followed_at: bigint | null
  halted_reason: string | null
  alarms: bigint
  oldest_queued_at: bigint | null
}

export async function readHealth(): Promise<HealthRow> {
  const [row] = await asViewer(null, (tx) => tx.$queryRaw<HealthColumns[]>`SELECT * FROM read_health()`)
  if (!row) throw new Error('read_health() returned no row')
  return {
    chainId: row.chain_id,
    block: row.block_number,
    blockHash: row.block_hash,
    followedAt: row.followed_at === null ? null : Number(row.followed_at),
    haltedReason: row.halted_reason,
    alarms: Number(row.alarms),
    oldestQueuedAt: row.oldest_queued_at === null ? null : Number(row.oldest_queued_at),
  }
}
