/** Members of the demo market acting with their own wallets: they pay their gas and wait for their transaction. */
import { createWalletClient, http, type Hex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { clientAt } from '@/lib/chain/client'
import { deployment } from '@/lib/chain/deployment'
import { DEMO_INDEX, demoAccount, demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import type { Call } from '@/lib/chain/intents/calls'
import { env } from '@/lib/env'
import type { RetailerKey } from './plan'

export const exchange = demoAccount(DEMO_INDEX.exchange)
export const grid = demoAccount(DEMO_INDEX.grid)
export const government = demoAccount(DEMO_INDEX.government)
export const subsidyPool = demoAccount(DEMO_INDEX.subsidyPool)
export const storage = demoAccount(DEMO_INDEX.storage)
export const chargingPoint = demoAccount(DEMO_INDEX.chargingPoint)
export const minter = demoAccount(DEMO_INDEX.deployer)
export const retailers: Record<RetailerKey, HDAccount> = { clearwater: demoRetailer(0), northgate: demoRetailer(1) }
export const consumer = demoConsumer

/** Sends one transaction and waits until it is in a block. A revert throws with the contract's own error. */
export async function send(account: HDAccount, call: Call): Promise<Hex> {
  const client = clientAt(env.rpcUrl, deployment().chainId)
  const wallet = createWalletClient({ account, chain: client.chain, transport: http(env.rpcUrl) })
  const hash = await wallet.sendTransaction({ ...call, account, chain: client.chain ?? null })
  const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  if (receipt.status !== 'success') throw new Error(`transaction ${hash} of ${account.address} was reverted`)
  return hash
}
