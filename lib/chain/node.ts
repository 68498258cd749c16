/** One JSON-RPC call to the node, as it came. */
import { env } from '@/lib/env'
import { askAgain } from './head-moved'

const INTERNAL_ERROR = -32603
const PATIENCE_MS = 15_000

export interface RpcCall {
  jsonrpc: '2.0'
  id: number | string
  method: string
  params?: unknown[] | undefined
}

export interface RpcAnswer {
  jsonrpc: '2.0'
  id: number | string
  result?: unknown
  error?: { code: number; message: string; data?: unknown }
}

/** A node that does not answer is an answer too: wallets show it. */
export async function askNode(call: RpcCall, rpcUrl = env.rpcUrl): Promise<RpcAnswer> {
  return askAgain(
    () => askOnce(call, rpcUrl),
    ({ error }) => error?.message ?? '',
  )
}

async function askOnce({ id, method, params = [] }: RpcCall, rpcUrl: string): Promise<RpcAnswer> {
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return (await response.json()) as RpcAnswer
  } catch {
    return { jsonrpc: '2.0', id, error: { code: INTERNAL_ERROR, message: 'The chain does not answer.' } }
  }
}
