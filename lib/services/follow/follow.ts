/** Chain facts become rows: block by block, each chunk with the cursor in one transaction. Run by the worker, again and again. */
import { asWorker, type Tx } from '@/lib/db/client'
import { readCursor, type Cursor } from '@/lib/db/read/chain'
import {
  deleteEmptyBlocks,
  lockCursor,
  saveBlocks,
  saveCursor,
  saveEvents,
  saveFinalized,
  startCursor,
  type ChainPoint,
} from '@/lib/db/write/chain'
import { saveRelaysFollowed } from '@/lib/db/write/relays'
import { ChainMoved, liveChain, type ChainSource, type SourceBlock } from './chain-source'
import { FollowerHalted, halt } from './halt'
import { handle } from './handlers'
import { rewind } from './rewind'

export { FollowerHalted }

export interface Followed {
  /** The block whose facts, and those of all before it, are rows now. */
  block: number
  /** Blocks that the chain was ahead when it was last asked. */
  lag: number
}

const CHUNK = 200
/** Events of one transaction of the database, unless a single block has more: anybody may fill blocks with cheap ones. */
const MOST_EVENTS = 2_000
/** Empty blocks further back than this are forgotten: no chain we follow reorganises so deep above its finalised block. */
const EMPTY_BLOCKS_KEPT = 256

/** Follows up to the present head. If the chain moves meanwhile, it stops where it stands: the next call goes on. */
export async function followOnce(chain: ChainSource = liveChain): Promise<Followed> {
  const head = await chain.headOf()
  const start = await openCursor(chain)
  let at: ChainPoint = start
  try {
    if (!(await isShared(chain, start))) at = await rewind(chain, start)
    while (at.number < head.number) at = await followChunk(chain, start.chainId, at, head.number)
  } catch (error) {
    if (!(error instanceof ChainMoved)) throw error
  }
  const { number: finalized } = await chain.finalizedOf()
  await asWorker((tx) => saveFinalized(tx, start.chainId, Math.min(finalized, at.number)))
  return { block: at.number, lag: Math.max(0, head.number - at.number) }
}

/** Where the last call stood; on an empty database, just below the first block of the market. */
async function openCursor(chain: ChainSource): Promise<Cursor> {
  const chainId = BigInt(await chain.chainId())
  const genesisHash = await chain.genesisHash()
  const cursor = (await asWorker(readCursor)) ?? (await beginCursor(chain, chainId, genesisHash))
  if (cursor.haltedReason) throw new FollowerHalted(cursor.haltedReason)
  if (cursor.chainId !== chainId) return halt(cursor, 'ChainChanged', { found: chainId })
  if (cursor.genesisHash !== genesisHash) return halt(cursor, 'GenesisChanged', { found: genesisHash })
  return cursor
}

async function beginCursor(chain: ChainSource, chainId: bigint, genesisHash: string): Promise<Cursor> {
  const number = Math.max(0, chain.deployment().startBlock - 1)
  const hash = (await chain.blockHashAt(number)) ?? genesisHash
  const begun = await asWorker(async (tx) => {
    await startCursor(tx, chainId, { number, hash, genesisHash })
    return readCursor(tx)
  })
  if (!begun) throw new Error('the cursor was not written')
  return begun
}

async function isShared(chain: ChainSource, { number, hash }: ChainPoint): Promise<boolean> {
  return (await chain.blockHashAt(number)) === hash
}

async function followChunk(chain: ChainSource, chainId: bigint, at: ChainPoint, head: number): Promise<ChainPoint> {
  const blocks = inOneGo(await chain.fetchBlocks(at.number + 1, Math.min(head, at.number + CHUNK)))
  requireConsecutive(at, blocks)
  const last = blocks.at(-1)
  if (!last) throw new ChainMoved(`block ${at.number + 1} is not there`)
  const { contracts } = chain.deployment()
  await asWorker(async (tx) => {
    const locked = await lockCursor(tx, chainId)
    if (locked?.number !== at.number || locked.hash !== at.hash)
      throw new ChainMoved('another follower moved the cursor')
    await saveBlocks(tx, chainId, blocks)
    const facts = blocks.flatMap(({ logs }) => logs)
    for (const fact of await saveEvents(tx, chainId, facts)) await handle({ tx, fact, contracts })
    await finishChunk(tx, chainId, { last, txHashes: facts.map(({ txHash }) => txHash) })
  })
  return { number: last.number, hash: last.hash }
}

async function finishChunk(tx: Tx, chainId: bigint, done: { last: SourceBlock; txHashes: string[] }): Promise<void> {
  await saveRelaysFollowed(tx, { txHashes: [...new Set(done.txHashes)], block: done.last.number })
  await deleteEmptyBlocks(tx, chainId, done.last.number - EMPTY_BLOCKS_KEPT)
  await saveCursor(tx, chainId, done.last)
}

/** The first blocks, as many as one transaction of the database can take in time; at least one. */
function inOneGo(blocks: readonly SourceBlock[]): SourceBlock[] {
  let events = 0
  const tooMany = blocks.findIndex(({ logs }, index) => (events += logs.length) > MOST_EVENTS && index > 0)
  return tooMany < 0 ? [...blocks] : blocks.slice(0, tooMany)
}

function requireConsecutive(at: ChainPoint, blocks: readonly SourceBlock[]): void {
  let previous = at
  for (const block of blocks) {
    if (block.number !== previous.number + 1 || block.parentHash !== previous.hash) {
      throw new ChainMoved(`block ${block.number} does not follow block ${previous.number}`)
    }
    previous = block
  }
}
