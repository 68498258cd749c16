/** The market to ask: the one that RPC_URL and DEPLOYMENT_FILE describe, or one deployed on a chain of our own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@/lib/chain/client'
import { deploy } from '@/lib/chain/deploy'
import { DeploymentError, readDeployment } from '@/lib/chain/deployment'
import type { MarketChain } from '@/lib/chain/replay'
import { Refused } from '@/lib/domain/refused'
import { startAnvil } from '../stack/anvil.mjs'
import { choosePort } from '../stack/ports.mjs'

export interface OpenChain extends MarketChain {
  /** For the report. */
  place: string
  close: () => Promise<void>
}

const NOBODY = {
  deployerKey: undefined,
  tokenAddress: undefined,
  adminAddress: undefined,
  exchangeAddress: undefined,
  guardianAddress: undefined,
}

export function openChain({ RPC_URL, DEPLOYMENT_FILE }: NodeJS.ProcessEnv): Promise<OpenChain> {
  return RPC_URL && DEPLOYMENT_FILE ? existing(RPC_URL, DEPLOYMENT_FILE) : own()
}

async function existing(rpcUrl: string, file: string): Promise<OpenChain> {
  const deployment = deploymentIn(file)
  const { client, genesisHash, chainId } = await connect(rpcUrl).catch((error: unknown) => {
    const todo = 'Start it, or leave RPC_URL away: then the command starts a chain of its own.'
    throw new Refused('ChainSilent', { what: `nothing answers at RPC_URL (${String(error).split('\n')[0]})`, todo })
  })
  if (genesisHash.toLowerCase() !== deployment.genesisHash) {
    const what = `DEPLOYMENT_FILE (${file}) describes a market on another chain than RPC_URL`
    throw new Refused('ChainDiffers', { what, todo: 'Set both to the same market, or neither.' })
  }
  return { client, contracts: deployment.contracts, place: `chain ${chainId} at RPC_URL`, close: async () => {} }
}

function deploymentIn(file: string) {
  try {
    return readDeployment(file)
  } catch (error) {
    if (!(error instanceof DeploymentError)) throw error
    const todo = 'Or leave it away: then the command deploys a market of its own.'
    throw new Refused('DeploymentInvalid', { what: error.message.replace(/\.$/, ''), todo })
  }
}

async function own(): Promise<OpenChain> {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-replay-'))
  const port = await choosePort({ name: 'The chain', candidates: [], taken: new Set() })
  const { child, rpcUrl } = await startAnvil({
    root: join(import.meta.dirname, '../..'),
    dataDir: folder,
    port,
    logDir: folder,
    onProblem: () => {},
    onStart: () => {},
  })
  const close = async () => {
    await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const settings = { ...NOBODY, mode: 'demo' } as const
    const { contracts } = await deploy({ rpcUrl, out: join(folder, 'deployment.json'), settings, report: () => {} })
    const { client } = await connect(rpcUrl)
    return { client, contracts, place: 'a chain of its own', close }
  } catch (error) {
    await close()
    throw error
  }
}
