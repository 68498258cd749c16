/** The market that a deployment file describes, if it can be gone on with. For deploy.ts. */
import { existsSync } from 'node:fs'
import { concatHex, keccak256, type PublicClient } from 'viem'
import bytecode from '@/contracts/generated/bytecode.json'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Env } from '@/lib/env'
import type { Deployment } from './contracts'
import { demoKeeperOf, demoMinterOf } from './demo-traces'
import { DeploymentError, readDeployment } from './deployment'

/** A refusal that was foreseen: its message says all there is to say. */
export class DeployError extends Error {}

/** Changes with any of the contracts. */
export const BYTECODE_HASH = keccak256(concatHex(Object.values(bytecode) as Hex[]))

/** Null if there is none, or it is of another chain and may be made again. */
export async function existingDeployment(
  client: PublicClient,
  out: string,
  place: { chainId: number; genesisHash: Hex },
  mode: Env['mode'],
): Promise<Deployment | null> {
  if (!existsSync(out)) return null
  const found = demoDeployment(out, mode)
  const sameChain = found.chainId === place.chainId && found.genesisHash === place.genesisHash.toLowerCase()
  if (sameChain && (await client.getCode({ address: found.contracts.Settlement }))) {
    if (mode === 'production') await refuseDemoMarket(client, found)
    return found
  }
  if (mode === 'demo') return null
  throw new DeployError(
    `DEPLOYMENT_FILE (${out}) describes a market on another chain. Set RPC_URL to that chain, or DEPLOYMENT_FILE to a new file.`,
  )
}

/** A demo market lives in a folder and goes with the contracts it was made from: rows and chain both. */
function demoDeployment(file: string, mode: Env['mode']): Deployment {
  if (mode !== 'demo') return readDeployment(file)
  const stale = new DeployError(
    'The demo market here was made by another version of the contracts. Start over with: npm start -- --fresh',
  )
  try {
    const found = readDeployment(file)
    if (found.bytecode !== BYTECODE_HASH) throw stale
    return found
  } catch (error) {
    throw error instanceof DeploymentError ? stale : error
  }
}

/** A demo market's keepers are accounts whose keys everybody has. */
async function refuseDemoMarket(client: PublicClient, { contracts }: Deployment): Promise<void> {
  const keeper = await demoKeeperOf(client, contracts.AccessManager)
  if (!keeper) return refuseTestMoney(client, contracts.SettlementToken)
  throw new DeployError(
    `DEPLOYMENT_FILE describes a demo market: ${keeper}, whose key everybody has, holds a power in it. Deploy a market of your own.`,
  )
}

export async function refuseTestMoney(client: PublicClient, token: Address): Promise<void> {
  const minter = await demoMinterOf(client, token)
  if (!minter) return
  throw new DeployError(
    `The token ${token} is test money: ${minter}, whose key everybody has, can make any amount of it. Set TOKEN_ADDRESS to money that is worth something.`,
  )
}
