/** Back to the last block that the chain and the database share, and every row made again from the events up to it. */
import type { ContractAddresses } from '@/lib/chain/contracts'
import { asWorker, type Tx } from '@/lib/db/client'
import { blocksBelow, eventsAfter, type Cursor } from '@/lib/db/read/chain'
import { deleteAbove, lockCursor, saveCursor, truncateProjections, type ChainPoint } from '@/lib/db/write/chain'
import { saveRelaysUnfollowed } from '@/lib/db/write/relays'
import { ChainMoved, type ChainSource } from './chain-source'
import { halt } from './halt'
import { handle } from './handlers'

/** Journal blocks compared in one round trip. */
const PAGE = 64
const EVENTS_AT_ONCE = 500
/** Milliseconds. All events of the market are replayed in one transaction. */
const REPLAY_TIMEOUT = 1_800_000

/** Halts if the last shared block lies below what was final. */
export async function rewind(chain: ChainSource, cursor: Cursor): Promise<Cursor> {
  const fork = await lastShared(chain, cursor)
  if (!fork || fork.number < cursor.finalized) return halt(cursor, 'ReorgBelowFinalized', { fork: fork?.number })
  const { contracts } = chain.deployment()
  await asWorker((tx) => replayTo(tx, { cursor, fork, contracts }), REPLAY_TIMEOUT)
  return { ...cursor, ...fork }
}

/** The highest journal block that the chain still has; before the first one, the block the follower started from. */
async function lastShared(chain: ChainSource, cursor: Cursor): Promise<ChainPoint | null> {
  const { chainId } = cursor
  let number = cursor.number
  for (;;) {
    const from = number
    const page = await asWorker((tx) => blocksBelow(tx, { chainId, number: from, limit: PAGE }))
    const hashes = await Promise.all(page.map((block) => chain.blockHashAt(block.number)))
    const shared = page.find((block, index) => block.hash === hashes[index])
    if (shared) return shared
    const last = page.at(-1)
    if (!last || last.number < cursor.finalized) return startOf(chain, cursor)
    number = last.number - 1
  }
}

async function startOf(chain: ChainSource, cursor: Cursor): Promise<ChainPoint | null> {
  const number = Math.max(0, chain.deployment().startBlock - 1)
  if (number < cursor.finalized) return null
  const hash = await chain.blockHashAt(number)
  return hash === null ? null : { number, hash }
}

interface Replay {
  cursor: Cursor
  fork: ChainPoint
  contracts: ContractAddresses
}

async function replayTo(tx: Tx, { cursor, fork, contracts }: Replay): Promise<void> {
  const { chainId } = cursor
  const locked = await lockCursor(tx, chainId)
  if (locked?.hash !== cursor.hash) throw new ChainMoved('another follower moved the cursor')
  await saveRelaysUnfollowed(tx, await deleteAbove(tx, chainId, fork.number))
  await truncateProjections(tx)
  let after = { blockNumber: -1, logIndex: -1 }
  for (;;) {
    const events = await eventsAfter(tx, { chainId, after, limit: EVENTS_AT_ONCE })
    for (const fact of events) await handle({ tx, fact, contracts })
    const last = events.at(-1)
    if (!last) break
    after = last
  }
  await saveCursor(tx, chainId, fork)
}
