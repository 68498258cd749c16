/** Passes a browser's JSON-RPC calls on to the chain, if they are on the list. */
import { env } from '@/lib/env'

const METHOD_NOT_FOUND = -32601
const INTERNAL_ERROR = -32603
const PATIENCE_MS = 15_000

/** What a wallet needs to read, estimate and send. Nothing here moves a development chain's clock or keys. */
const ALLOWED = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_sendRawTransaction',
  'net_version',
])

export interface RpcCall {
  jsonrpc: '2.0'
  id: number | string
  method: string
  params?: unknown[] | undefined
}

export async function forwardRpc({ id, method, params = [] }: RpcCall): Promise<unknown> {
  if (!ALLOWED.has(method)) {
    return { jsonrpc: '2.0', id, error: { code: METHOD_NOT_FOUND, message: `${method} is not available here` } }
  }
  try {
    const response = await fetch(env.rpcUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return (await response.json()) as unknown
  } catch {
    return { jsonrpc: '2.0', id, error: { code: INTERNAL_ERROR, message: 'The chain does not answer.' } }
  }
}
