// Moves the clock of a development chain, so that a seeded year can go by in seconds.

/** Anything that sends JSON-RPC: a viem client's `request`, or a function around fetch. */
export type Rpc = { request: (call: { method: string; params?: unknown[] }) => Promise<unknown> }

/** JSON-RPC over HTTP, for callers that have no client at hand. */
export function rpcAt(url: string): Rpc {
  return {
    async request({ method, params = [] }) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const answer = (await response.json()) as { result?: unknown; error?: { message: string } }
      if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
      return answer.result
    },
  }
}

export type BlockHeader = {
  number: bigint
  timestamp: bigint
  hash: string
  parentHash: string
  transactions: string[]
}

export async function blockAt(rpc: Rpc, number: bigint | 'latest'): Promise<BlockHeader | null> {
  const tag = number === 'latest' ? number : `0x${number.toString(16)}`
  const block = (await rpc.request({ method: 'eth_getBlockByNumber', params: [tag, false] })) as
    | (Omit<BlockHeader, 'number' | 'timestamp'> & { number: string; timestamp: string })
    | null
  return block && { ...block, number: BigInt(block.number), timestamp: BigInt(block.timestamp) }
}

async function headTimestamp(rpc: Rpc): Promise<bigint> {
  const head = await blockAt(rpc, 'latest')
  if (!head) throw new Error('The chain has no head block.')
  return head.timestamp
}

const set = (rpc: Rpc, timestamp: bigint) =>
  rpc.request({ method: 'evm_setNextBlockTimestamp', params: [`0x${timestamp.toString(16)}`] })

/**
 * Mines a block for each transaction from now on, none by the clock, the next one at `startTimestamp`. On a chain that
 * is already further (an interrupted seed), the clock goes on from its head instead.
 */
export async function beginSeedClock(rpc: Rpc, startTimestamp: bigint): Promise<void> {
  await rpc.request({ method: 'evm_setIntervalMining', params: [0] })
  await rpc.request({ method: 'evm_setAutomine', params: [true] })
  await moveTo(rpc, startTimestamp)
}

/** The next block is at `timestamp`, or at the head's time if that is later: time never goes back. */
export async function moveTo(rpc: Rpc, timestamp: bigint): Promise<void> {
  const head = await headTimestamp(rpc)
  await set(rpc, timestamp > head ? timestamp : head)
}

/** Back to the time of the wall clock, with a block every second. Mines one block that is at that time. */
export async function endSeedClock(rpc: Rpc): Promise<void> {
  await moveTo(rpc, BigInt(Math.floor(Date.now() / 1000)))
  await rpc.request({ method: 'evm_mine' })
  await rpc.request({ method: 'evm_setAutomine', params: [false] })
  await rpc.request({ method: 'evm_setIntervalMining', params: [1] })
}
