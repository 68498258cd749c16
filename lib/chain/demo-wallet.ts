/** Demo members acting with their own wallets: they pay their gas and wait for their transaction. */
import { createWalletClient, http, type Hex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { env } from '@/lib/env'
import { clientAt } from './client'
import { deployment } from './deployment'
import type { Call } from './intents/calls'

/** Sends one transaction and waits until it is in a block. A revert throws with the contract's own error. */
export async function sendAs(account: HDAccount, call: Call): Promise<Hex> {
  const client = clientAt(env.rpcUrl, deployment().chainId)
  const wallet = createWalletClient({ account, chain: client.chain, transport: http(env.rpcUrl) })
  const hash = await wallet.sendTransaction({ ...call, account, chain: client.chain ?? null })
  const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  if (receipt.status !== 'success') throw new Error(`transaction ${hash} of ${account.address} was reverted`)
  return hash
}
