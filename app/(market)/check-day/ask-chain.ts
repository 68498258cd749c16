/** What the chain says about one transaction, asked through this market's public door to its node. Runs in the browser. */
import type { ChainWord } from '@/lib/chain/coding/check-day'
import type { SentCall } from '@/lib/chain/coding/closing-signature'
import type { ReceiptLog } from '@/lib/chain/coding/recorded-root'
import type { Address, Hex } from '@/lib/domain/units/hex'

const RPC = '/api/rpc'
const PATIENCE_MS = 20_000

interface Receipt {
  status: Hex
  blockNumber: Hex
  logs: ReceiptLog[]
}

/** Null if the chain does not answer, or not in the way nodes do. */
export async function askChain(txHash: Hex): Promise<ChainWord | null> {
  try {
    const [chainId, receipt, sent] = await Promise.all([
      ask<Hex>('eth_chainId'),
      ask<Receipt | null>('eth_getTransactionReceipt', txHash),
      ask<SentCall | null>('eth_getTransactionByHash', txHash),
    ])
    if (!receipt || !sent) return { chainId: Number(chainId), receipt: null }
    const block = await ask<{ timestamp: Hex }>('eth_getBlockByNumber', receipt.blockNumber, false)
    return {
      chainId: Number(chainId),
      receipt: {
        succeeded: receipt.status === '0x1',
        blockNumber: Number(receipt.blockNumber),
        blockTime: Number(block.timestamp),
        logs: receipt.logs,
        sent,
      },
    }
  } catch {
    return null
  }
}

/** Null if the chain does not answer. */
export async function hasCode(account: Address): Promise<boolean | null> {
  try {
    return (await ask<Hex>('eth_getCode', account, 'latest')) !== '0x'
  } catch {
    return null
  }
}

async function ask<T>(method: string, ...params: unknown[]): Promise<T> {
  const response = await fetch(RPC, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const answer = (await response.json()) as { result?: T; error?: unknown }
  if (!response.ok || answer.error || answer.result === undefined) throw new Error(`${method} was not answered`)
  return answer.result
}
