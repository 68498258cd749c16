/** Where this market's contracts are: the file that scripts/deploy.ts wrote. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { env } from '@/lib/env'
import type { Address } from '@/lib/domain/units/hex'
import { CONTRACT_NAMES, type ContractName, type Deployment } from './contracts'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text.toLowerCase() as Address)
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .transform((text) => text.toLowerCase() as `0x${string}`)

const deploymentSchema = z.object({
  chainId: z.number().int().positive(),
  genesisHash: hash,
  bytecode: hash.optional(),
  startBlock: z.number().int().nonnegative(),
  token: z.object({ name: z.string(), version: z.string(), symbol: z.string() }),
  contracts: z.object(
    Object.fromEntries(CONTRACT_NAMES.map((name) => [name, address])) as Record<ContractName, typeof address>,
  ),
})

export class DeploymentError extends Error {}

export function readDeployment(file: string): Deployment {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new DeploymentError(
      `DEPLOYMENT_FILE is "${file}", and there is no such file. Run npm start, or scripts/deploy.ts, which writes it.`,
    )
  }
  try {
    return deploymentSchema.parse(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new DeploymentError(`${file} does not describe a deployment. Deploy again with scripts/deploy.ts.\n${reason}`)
  }
}

const loaded = new Map<string, Deployment>()

/** Of the chain in use. Read once: a new deployment is a new start. */
export function deployment(): Deployment {
  const file = env.deploymentFile
  const known = loaded.get(file)
  if (known) return known
  const read = readDeployment(file)
  loaded.set(file, read)
  return read
}

export function contractAddress(name: ContractName): Address {
  return deployment().contracts[name]
}
