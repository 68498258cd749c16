/** The follower's own rows: cursor, journal, raw events; and taking projections back. */
import type { Tx } from '../client'
import { toJson } from '../stored/json'

export interface ChainPoint {
  number: number
  hash: string
}

export interface JournalBlock extends ChainPoint {
  parentHash: string
  timestamp: number
  rawTxs: readonly string[]
}

export interface ChainEvent {
  txHash: string
  logIndex: number
  blockNumber: number
  contract: string
  name: string
  args: Record<string, unknown>
}

const now = () => BigInt(Math.floor(Date.now() / 1000))

export async function startCursor(tx: Tx, chainId: bigint, start: ChainPoint & { genesisHash: string }): Promise<void> {
  const { genesisHash, number, hash } = start
  const row = { chainId, genesisHash, blockNumber: BigInt(number), blockHash: hash, followedAt: now() }
  await tx.chainCursor.createMany({ data: [row], skipDuplicates: true })
}

/** Waits for another follower's transaction, if there is one. @returns where the cursor stands then. */
export async function lockCursor(tx: Tx, chainId: bigint): Promise<ChainPoint | null> {
  const [row] = await tx.$queryRaw<{ number: bigint; hash: string }[]>`
    SELECT block_number AS number, block_hash AS hash FROM chain_cursor WHERE chain_id = ${chainId} FOR UPDATE`
  return row ? { number: Number(row.number), hash: row.hash } : null
}

export async function saveCursor(tx: Tx, chainId: bigint, { number, hash }: ChainPoint): Promise<void> {
  const data = { blockNumber: BigInt(number), blockHash: hash, followedAt: now() }
  await tx.chainCursor.update({ where: { chainId }, data })
}

/** The follower has looked at the chain just now. What was final stays final. */
export async function saveFinalized(tx: Tx, chainId: bigint, finalized: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE chain_cursor SET followed_at = ${now()}, finalized_block = greatest(finalized_block, ${BigInt(finalized)})
    WHERE chain_id = ${chainId}`
}

export async function saveHalted(tx: Tx, chainId: bigint, reason: string): Promise<void> {
  await tx.chainCursor.update({ where: { chainId }, data: { haltedReason: reason, followedAt: now() } })
}

/** A block that is there already was mined again: it takes the new hash. */
export async function saveBlocks(tx: Tx, chainId: bigint, blocks: readonly JournalBlock[]): Promise<void> {
  const data = blocks.map(({ number, hash, parentHash, timestamp, rawTxs }) => {
    return { chainId, number: BigInt(number), hash, parentHash, timestamp: BigInt(timestamp), rawTxs: [...rawTxs] }
  })
  await tx.chainBlock.deleteMany({ where: { chainId, number: { in: data.map(({ number }) => number) } } })
  await tx.chainBlock.createMany({ data })
}

/** Empty blocks are kept only as far back as a reorg may reach. */
export async function deleteEmptyBlocks(tx: Tx, chainId: bigint, below: number): Promise<void> {
  await tx.chainBlock.deleteMany({ where: { chainId, number: { lt: BigInt(below) }, rawTxs: { isEmpty: true } } })
}

const keyOf = ({ txHash, logIndex }: { txHash: string; logIndex: number }) => `${txHash}-${logIndex}`

/** @returns the events that were not there before: the others have had their effect. */
export async function saveEvents<E extends ChainEvent>(tx: Tx, chainId: bigint, events: readonly E[]): Promise<E[]> {
  const data = events.map(({ txHash, logIndex, blockNumber, contract, name, args }) => {
    return { chainId, txHash, logIndex, blockNumber: BigInt(blockNumber), contract, name, args: toJson(args) }
  })
  const select = { txHash: true, logIndex: true }
  const saved = await tx.chainEvent.createManyAndReturn({ data, skipDuplicates: true, select })
  const fresh = new Set(saved.map(keyOf))
  return events.filter((event) => fresh.has(keyOf(event)))
}

/** Takes a fork's blocks and events out. @returns the transactions that were in them. */
export async function deleteAbove(tx: Tx, chainId: bigint, number: number): Promise<string[]> {
  const where = { chainId, blockNumber: { gt: BigInt(number) } }
  const events = await tx.chainEvent.findMany({ where, distinct: ['txHash'], select: { txHash: true } })
  await tx.chainEvent.deleteMany({ where })
  await tx.chainBlock.deleteMany({ where: { chainId, number: { gt: BigInt(number) } } })
  return events.map(({ txHash }) => txHash)
}

/** Everything that can be made again from events. */
export async function truncateProjections(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    TRUNCATE member, market_period, tariff_table, formula, offer, activity_pause, meter, meter_read, meter_exchange, agreement, bill,
      bill_line, escrow_account, escrow_movement, settlement_skip, debt, bill_revision, purchase, purchase_delivery,
      purchase_bill, surplus_session, surplus_line, surplus_order, credit, credit_holding, credit_movement, storage_offer,
      feed_in_price, member_group, standing_instruction, instruction_step, due_movement`
}
