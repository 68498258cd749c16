// A chain of its own for one measurement: a fresh anvil on a free port, a block for each transaction.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  http,
  toBytes,
  type Address,
  type Hex,
  type PublicClient,
  type TestClient,
  type TransactionReceipt,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import type { Artifact } from '../compile'

const MNEMONIC = 'test test test test test test test test test test test junk'
/** The most one transaction may use since the Osaka fork (EIP-7825). */
const MOST_GAS = 16_000_000n

export interface Deployed {
  address: Address
  abi: Artifact['abi']
}

export interface Node {
  /** The account that deploys and sends everything. */
  operator: Address
  client: PublicClient
  clock: TestClient
  deploy(artifact: Artifact | undefined, args: readonly unknown[]): Promise<Deployed>
  /** Sends a transaction and waits for its block; throws if it reverted. */
  send(target: Deployed, functionName: string, args: readonly unknown[]): Promise<Sent>
  /** The same from an account that the node plays. */
  sendFrom(
    sender: Address,
    target: Deployed,
    functionName: string,
    args: readonly unknown[],
  ): Promise<TransactionReceipt>
  stop(): void
}

export interface Sent extends TransactionReceipt {
  /** Part of `gasUsed`: 16 for each byte that is not zero and 4 for each zero (EIP-2028). */
  calldataGas: bigint
}

function calldataGas(data: Hex): bigint {
  return toBytes(data).reduce((sum, byte) => sum + (byte === 0 ? 4n : 16n), 0n)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

function anvilProgram(): string {
  const system = process.platform === 'win32' ? 'win32' : process.platform
  const machine = process.arch === 'x64' ? 'amd64' : process.arch
  return createRequire(import.meta.url).resolve(
    `@foundry-rs/anvil-${system}-${machine}/bin/anvil${system === 'win32' ? '.exe' : ''}`,
  )
}

async function answers(client: PublicClient) {
  for (let tries = 0; tries < 100; tries += 1) {
    const chainId = await client.getChainId().catch(() => null)
    if (chainId !== null) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the chain of the benchmark did not start')
}

export async function startNode(genesisTime: number): Promise<Node> {
  const port = await freePort()
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--hardfork',
    'osaka',
    '--timestamp',
    String(genesisTime),
    '--mnemonic',
    MNEMONIC,
    '--quiet',
  ]
  const child = spawn(anvilProgram(), args, { stdio: 'ignore' })
  const transport = http(`http://127.0.0.1:${port}`, { timeout: 60_000 })
  const account = mnemonicToAccount(MNEMONIC)
  const client = createPublicClient({ chain: anvil, transport, pollingInterval: 20 })
  const clock = createTestClient({ chain: anvil, mode: 'anvil', transport })
  const wallet = createWalletClient({ account, chain: anvil, transport })
  await answers(client)

  async function mined(hash: Hex) {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`a transaction of the benchmark reverted: ${hash}`)
    return receipt
  }

  return {
    operator: account.address,
    client,
    clock,
    async deploy(artifact, args) {
      if (!artifact) throw new Error('a contract of the benchmark was not compiled')
      const hash = await wallet.deployContract({ ...artifact, args, gas: MOST_GAS })
      const receipt = await client.waitForTransactionReceipt({ hash })
      if (!receipt.contractAddress) throw new Error('a contract of the benchmark was not deployed')
      return { address: receipt.contractAddress, abi: artifact.abi }
    },
    async send(target, functionName, args) {
      const data = encodeFunctionData({ abi: target.abi, functionName, args })
      const receipt = await mined(await wallet.sendTransaction({ to: target.address, data, gas: MOST_GAS }))
      return { ...receipt, calldataGas: calldataGas(data) }
    },
    async sendFrom(sender, target, functionName, args) {
      const data = encodeFunctionData({ abi: target.abi, functionName, args })
      return mined(
        await client.request({
          method: 'eth_sendTransaction',
          params: [{ from: sender, to: target.address, data }],
        } as never),
      )
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
