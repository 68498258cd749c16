// Brings the chain back to where the database knows it was. The saved state of the chain is up to 15 seconds (idle: 10
// minutes) old when the node is killed; the follower's journal `chain_block` holds every block with transactions that
// it has followed. Those above the loaded head are mined again, with the same numbers, times and transactions. Empty
// blocks between them are not in the journal: their times are spread evenly, so block hashes differ and are updated.
import { Client } from 'pg'
import { keccak256 } from 'viem/utils'
import type { Hex } from 'viem'
import { blockAt, endSeedClock, rpcAt, type Rpc } from './chain-clock'

type JournalBlock = { number: bigint; timestamp: bigint; rawTxs: Hex[] }
type Mined = { number: bigint; hash: string; parentHash: string }
type Cursor = { genesisHash: string; number: bigint; hash: string }

/** The chain and the database do not fit together. Nothing was changed in the database. */
export class RestoreError extends Error {
  constructor(reason: string) {
    super(
      `The chain could not be brought back to where the database left it: ${reason}\n` +
        'No row was changed. Put back the .data folder from a backup, or start over with `npm start -- --fresh`.',
    )
  }
}

async function readCursor(database: Client, chainId: bigint): Promise<Cursor | null> {
  const { rows } = await database.query(
    'SELECT genesis_hash, block_number, block_hash FROM chain_cursor WHERE chain_id = $1',
    [chainId.toString()],
  )
  const row = rows[0]
  return row ? { genesisHash: row.genesis_hash, number: BigInt(row.block_number), hash: row.block_hash } : null
}

async function readJournal(database: Client, chainId: bigint, above: bigint): Promise<JournalBlock[]> {
  const { rows } = await database.query(
    'SELECT number, timestamp, raw_txs FROM chain_block WHERE chain_id = $1 AND number > $2 ORDER BY number',
    [chainId.toString(), above.toString()],
  )
  return rows.map((row) => ({ number: BigInt(row.number), timestamp: BigInt(row.timestamp), rawTxs: row.raw_txs }))
}

/** Index in the block of every log that the follower stored, per transaction. */
async function storedLogs(database: Client, chainId: bigint, hashes: Hex[]): Promise<Map<string, number[]>> {
  const { rows } = await database.query(
    'SELECT tx_hash, array_agg(log_index::int) AS indexes FROM chain_event WHERE chain_id = $1 AND tx_hash = ANY($2) GROUP BY tx_hash',
    [chainId.toString(), hashes],
  )
  return new Map(rows.map((row) => [row.tx_hash, row.indexes]))
}

async function latest(rpc: Rpc) {
  const head = await blockAt(rpc, 'latest')
  if (!head) throw new RestoreError('the chain has no head block.')
  return head
}

const mineAt = (rpc: Rpc, timestamp: bigint) =>
  rpc.request({ method: 'evm_mine', params: [{ timestamp: `0x${timestamp.toString(16)}` }] })

/** Empty blocks up to `before`, their times between the head's and the next block's. */
async function mineEmpty(rpc: Rpc, block: JournalBlock) {
  const head = await latest(rpc)
  const gaps = block.number - head.number
  for (let step = 1n; step < gaps; step++) {
    await mineAt(rpc, head.timestamp + ((block.timestamp - head.timestamp) * step) / gaps)
  }
}

async function mineAgain(rpc: Rpc, block: JournalBlock): Promise<Mined> {
  await mineEmpty(rpc, block)
  for (const raw of block.rawTxs) {
    await rpc.request({ method: 'eth_sendRawTransaction', params: [raw] }).catch((error: Error) => {
      throw new RestoreError(`the node refused a transaction of block ${block.number} (${error.message}).`)
    })
  }
  await mineAt(rpc, block.timestamp)
  const mined = await latest(rpc)
  const same = (hash: string, index: number) => hash === keccak256(block.rawTxs[index] ?? '0x')
  if (
    mined.number !== block.number ||
    mined.timestamp !== block.timestamp ||
    mined.transactions.length !== block.rawTxs.length ||
    !mined.transactions.every(same)
  ) {
    throw new RestoreError(`block ${block.number} came out different from the journal.`)
  }
  return { number: mined.number, hash: mined.hash, parentHash: mined.parentHash }
}

/** Every log in the database must be there again at its place. (The node has more: logs of contracts not followed.) */
async function checkLogs(rpc: Rpc, database: Client, chainId: bigint, block: JournalBlock) {
  const hashes = block.rawTxs.map((raw) => keccak256(raw))
  for (const [hash, indexes] of await storedLogs(database, chainId, hashes)) {
    const receipt = (await rpc.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      logs: { logIndex: string }[]
    } | null
    const found = new Set(receipt?.logs.map((log) => Number(log.logIndex)))
    if (!indexes.every((index) => found.has(index))) {
      throw new RestoreError(`transaction ${hash} left ${found.size} logs, the database has ${indexes.length}.`)
    }
  }
}

async function checkLoaded(rpc: Rpc, database: Client, cursor: Cursor, chainId: bigint, head: bigint) {
  const genesis = await blockAt(rpc, 0n)
  if (genesis?.hash !== cursor.genesisHash) {
    throw new RestoreError('this is another chain than the one the database has followed (its first block differs).')
  }
  const { rows } = await database.query(
    'SELECT number, hash FROM chain_block WHERE chain_id = $1 AND number <= $2 ORDER BY number DESC LIMIT 1',
    [chainId.toString(), head.toString()],
  )
  const block = rows[0] ? await blockAt(rpc, BigInt(rows[0].number)) : null // Old empty blocks are not kept.
  if (block && block.hash !== rows[0].hash) {
    throw new RestoreError(`block ${rows[0].number} of the saved chain is not the block the database has followed.`)
  }
}

async function saveHashes(database: Client, chainId: bigint, mined: Mined[], cursor: { number: bigint; hash: string }) {
  await database.query('BEGIN')
  for (const block of mined) {
    await database.query('UPDATE chain_block SET hash = $3, parent_hash = $4 WHERE chain_id = $1 AND number = $2', [
      chainId.toString(),
      block.number.toString(),
      block.hash,
      block.parentHash,
    ])
  }
  await database.query('UPDATE chain_cursor SET block_number = $2, block_hash = $3 WHERE chain_id = $1', [
    chainId.toString(),
    cursor.number.toString(),
    cursor.hash,
  ])
  await database.query('COMMIT')
}

async function restore(rpc: Rpc, database: Client, report: (line: string) => void): Promise<boolean> {
  const chainId = BigInt((await rpc.request({ method: 'eth_chainId' })) as string)
  const cursor = await readCursor(database, chainId)
  if (!cursor) return false // A new database: the follower will read the whole chain.
  const head = await latest(rpc)
  await checkLoaded(rpc, database, cursor, chainId, head.number)
  const journal = await readJournal(database, chainId, head.number)
  const mined: Mined[] = []
  await rpc.request({ method: 'evm_setAutomine', params: [false] })
  for (const block of journal) {
    mined.push(await mineAgain(rpc, block))
    await checkLogs(rpc, database, chainId, block)
    if (mined.length % 20 === 0) report(`${mined.length} of ${journal.length} blocks mined again`)
  }
  await rpc.request({ method: 'evm_setAutomine', params: [true] })
  // Empty blocks that the follower had passed are gone: it holds no facts of them, so it may step back.
  const now = await latest(rpc)
  if (mined.length > 0 || cursor.number > now.number) await saveHashes(database, chainId, mined, now)
  if (mined.length > 0) report(`${mined.length} blocks mined again, up to block ${now.number}`)
  return mined.length > 0
}

/**
 * @param realTime whether the chain then goes on in the time of the wall clock, a block a second
 * @returns whether blocks were mined again
 */
export async function restoreChain(
  where: { databaseUrl: string; rpcUrl: string; realTime: boolean },
  report: (line: string) => void,
): Promise<boolean> {
  const rpc = rpcAt(where.rpcUrl)
  const database = new Client({ connectionString: where.databaseUrl })
  await database.connect()
  try {
    const restored = await restore(rpc, database, report)
    if (where.realTime) await endSeedClock(rpc)
    return restored
  } finally {
    await database.end()
  }
}
