/** The chain as browsers' wallets may use it: read, estimate and send. Nothing here moves a development chain's clock or keys. */
import { askNode, type RpcAnswer, type RpcCall } from '@/lib/chain/node'

const METHOD_NOT_FOUND = -32601

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

export async function browserRpc(call: RpcCall): Promise<RpcAnswer> {
  if (ALLOWED.has(call.method)) return askNode(call)
  const error = { code: METHOD_NOT_FOUND, message: `${call.method} is not available here` }
  return { jsonrpc: '2.0', id: call.id, error }
}
