/** State of standing instructions at the head, for decisions that cannot wait for the follower. Pages read rows. */
import type { Address } from '@/lib/domain/units/hex'
import { marketClient } from './client'
import { autopilotAbi } from './contracts'
import { contractAddress } from './deployment'

/** The account's next nonce for instructions and revocations. */
export async function instructionNonceOf(account: Address): Promise<bigint> {
  const autopilot = { address: contractAddress('Autopilot'), abi: autopilotAbi } as const
  return marketClient().readContract({ ...autopilot, functionName: 'nonces', args: [account] })
}
