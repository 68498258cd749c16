/** How a market or money of the demo is told: an account whose key everybody has holds a power over it. */
import type { PublicClient } from 'viem'
import { accessManagerAbi, settlementTokenAbi } from './contracts'
import { DEMO_INDEX, demoAccount } from './demo-keys'
import { POWERS } from './power'
import type { Address } from '@/lib/domain/units/hex'

/** @returns an account of the public mnemonic that holds a power of this AccessManager, if one does */
export async function demoKeeperOf(client: PublicClient, manager: Address): Promise<Address | null> {
  const call = { address: manager, abi: accessManagerAbi, functionName: 'hasRole' } as const
  for (const index of [DEMO_INDEX.deployer, DEMO_INDEX.exchange, DEMO_INDEX.guardian]) {
    const { address } = demoAccount(index)
    for (const role of Object.values(POWERS)) {
      const [holds] = await client.readContract({ ...call, args: [role, address] })
      if (holds) return address
    }
  }
  return null
}

/** @returns an account of the public mnemonic that has power over this token, and so makes it out of nothing, if one has */
export async function demoMinterOf(client: PublicClient, token: Address): Promise<Address | null> {
  // Other tokens have no such function, or no such manager behind it: they are not the demo's.
  const call = { address: token, abi: settlementTokenAbi, functionName: 'authority' } as const
  const manager = await client.readContract(call).catch(() => null)
  if (!manager || !(await client.getCode({ address: manager }))) return null
  return demoKeeperOf(client, manager).catch(() => null)
}
