import { z } from 'zod'
import type { Hex } from 'viem'
import { call as tryCall, waitForTransactionReceipt } from 'viem/actions'
import type { Call } from '@/lib/chain/intents/calls'
import { WalletFlowError } from './failure'
import type { SigningWallet } from './signing-wallet'

const POLL_MS = 700

const health = z.object({ follower: z.object({ block: z.coerce.bigint() }) })

/** Tries the call first, so that a refusal has its name before the wallet asks for anything. Returns the hash. */
export async function sendCall(wallet: SigningWallet, call: Call): Promise<Hex> {
  await tryCall(wallet.chain, { account: wallet.address, ...call })
  return wallet.sendTransaction(call)
}

/** Waits until the transaction is mined and the market has written down what it did. */
export async function confirmCall(hash: Hex, wallet: SigningWallet): Promise<void> {
  const receipt = await waitForTransactionReceipt(wallet.chain, { hash, pollingInterval: POLL_MS })
  if (receipt.status === 'reverted') throw new WalletFlowError({ kind: 'reverted', txHash: hash })
  while ((await followedBlock()) < receipt.blockNumber) await pause(POLL_MS)
}

/** The last block of which every fact is in the market's tables. */
async function followedBlock(): Promise<bigint> {
  const response = await fetch('/api/health', { cache: 'no-store' })
  // The body counts, not the status: a follower that lags answers 503 and still says how far it is.
  const parsed = health.safeParse(await response.json())
  if (!parsed.success) throw new WalletFlowError({ kind: 'unreachable' })
  return parsed.data.follower.block
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
