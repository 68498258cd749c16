import { createClient, http } from 'viem'
import { marketRpcUrl } from '../market-chain'

/** Questions about the chain go to the market's own node; it answers only what wallets need to ask. */
export function forwardToMarket(method: string, params: readonly unknown[]): Promise<unknown> {
  const client = createClient({ transport: http(marketRpcUrl()) })
  const request = client.request as (request: { method: string; params: readonly unknown[] }) => Promise<unknown>
  return request({ method, params })
}
