/** Where the follower stands, and the journal it can be replayed from. */
import type { Tx } from '../client'
import type { ChainPoint } from '../write/chain'

export interface Cursor extends ChainPoint {
  chainId: bigint
  genesisHash: string
  /** The highest block that was final when the follower last looked. */
  finalized: number
  haltedReason: string | null
}

/** Null before the first look at a chain. A database follows one chain only. */
export async function readCursor(tx: Tx): Promise<Cursor | null> {
  const row = await tx.chainCursor.findFirst({ orderBy: { followedAt: 'desc' } })
  if (!row) return null
  const { chainId, genesisHash, blockNumber, blockHash, finalizedBlock, haltedReason } = row
  const finalized = Number(finalizedBlock)
  return { chainId, genesisHash, number: Number(blockNumber), hash: blockHash, finalized, haltedReason }
}

/** Journal blocks at or below a number, the highest first. */
export async function blocksBelow(
  tx: Tx,
  { chainId, number, limit }: { chainId: bigint; number: number; limit: number },
): Promise<ChainPoint[]> {
  const rows = await tx.chainBlock.findMany({
    where: { chainId, number: { lte: BigInt(number) } },
    orderBy: { number: 'desc' },
    take: limit,
    select: { number: true, hash: true },
  })
  return rows.map((row) => ({ number: Number(row.number), hash: row.hash }))
}

export interface StoredEvent {
  txHash: string
  logIndex: number
  blockNumber: number
  timestamp: number
  contract: string
  name: string
  /** Values that were bigint are decimal strings. */
  args: Record<string, unknown>
}

type EventColumns = Omit<StoredEvent, 'blockNumber' | 'timestamp'> & { blockNumber: bigint; timestamp: bigint }

/** Events after a position, in the order they happened, with the time of their block. */
export async function eventsAfter(
  tx: Tx,
  { chainId, after, limit }: { chainId: bigint; after: Pick<StoredEvent, 'blockNumber' | 'logIndex'>; limit: number },
): Promise<StoredEvent[]> {
  const rows = await tx.$queryRaw<EventColumns[]>`
    SELECT e.tx_hash AS "txHash", e.log_index AS "logIndex", e.block_number AS "blockNumber", b.timestamp,
      e.contract, e.name, e.args
    FROM chain_event e JOIN chain_block b ON b.chain_id = e.chain_id AND b.number = e.block_number
    WHERE e.chain_id = ${chainId}
      AND (e.block_number, e.log_index) > (${BigInt(after.blockNumber)}, ${after.logIndex})
    ORDER BY e.block_number, e.log_index
    LIMIT ${limit}`
  return rows.map((row) => ({ ...row, blockNumber: Number(row.blockNumber), timestamp: Number(row.timestamp) }))
}
