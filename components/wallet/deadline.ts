import { getBlock } from 'viem/actions'
import type { SigningWallet } from './signing-wallet'

/** How long a signature may wait before it counts no more. */
const VALID_FOR_S = 3600

/** By the chain's clock, which decides; the visitor's may be wrong. UTC seconds. */
export async function signatureDeadline(wallet: SigningWallet): Promise<number> {
  const { timestamp } = await getBlock(wallet.chain)
  return Number(timestamp) + VALID_FOR_S
}
