/** The chain behind RPC_URL. Nothing outside lib/chain knows which one it is. */
import { createPublicClient, defineChain, http, type HttpTransport, type PublicClient } from 'viem'
import { env } from '@/lib/env'
import { deployment } from './deployment'
import { askAgain } from './head-moved'

const clients = new Map<string, PublicClient>()

export function clientAt(rpcUrl: string, chainId: number): PublicClient {
  const key = `${chainId} ${rpcUrl}`
  const known = clients.get(key)
  if (known) return known
  const chain = defineChain({
    id: chainId,
    name: `Chain ${chainId}`,
    nativeCurrency: { name: 'Gas', symbol: 'GAS', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
  // No caching of heads and no polling delay: blocks come every second and people wait for them.
  const client = createPublicClient({
    chain,
    transport: askedAgain(http(rpcUrl, { timeout: 20_000, retryCount: 1, batch: { wait: 0, batchSize: 100 } })),
    cacheTime: 0,
    pollingInterval: 250,
  }) as PublicClient
  clients.set(key, client)
  return client
}

/** Again where the node's head has moved while it was asked. */
function askedAgain(transport: HttpTransport): HttpTransport {
  return (settings) => {
    const asked = transport(settings)
    const request: typeof asked.request = (call, options) => askAgain(() => asked.request(call, options))
    return { ...asked, request }
  }
}

/** Asks the node which chain it is; for the deployment, before anything is known. */
export async function connect(rpcUrl: string): Promise<{ client: PublicClient; chainId: number; genesisHash: string }> {
  const anyChain = createPublicClient({ transport: http(rpcUrl, { timeout: 20_000 }) })
  const [chainId, genesis] = await Promise.all([anyChain.getChainId(), anyChain.getBlock({ blockNumber: 0n })])
  return { client: clientAt(rpcUrl, chainId), chainId, genesisHash: genesis.hash }
}

/** The chain this market was deployed on. */
export function marketClient(): PublicClient {
  return clientAt(env.rpcUrl, deployment().chainId)
}
