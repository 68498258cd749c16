// An EVM node of parity's own, with the harness and the formulas on it.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { FORMULA_NAMES, type FormulaName } from '@/lib/domain/offers/formulas/registry'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { compileMarket, marketArtifact } from '../stack/forge-market'

/** Of one call: far more than a batch needs. */
const GAS = '0x174876e800'
/** The first account of a fresh node: it has money and needs no key. */
const SENDER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'

export interface ParityNode {
  formulas: Record<FormulaName, Address>
  /** Calls the harness. */
  call(data: Hex): Promise<Hex>
  stop(): void
}

export async function startParityNode(): Promise<ParityNode> {
  compileMarket(['test/parity', 'src/formulas'])
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(anvilProgram(), anvilArgs(new URL(url).port), { stdio: 'ignore' })
  const stop = () => void child.kill('SIGKILL')
  const rpc = rpcAt(url)
  const create = async (data: string): Promise<Address> => {
    const hash = await rpc('eth_sendTransaction', [{ from: SENDER, data, gas: '0xf00000' }])
    const receipt = await until(async () => rpc('eth_getTransactionReceipt', [hash]) as Promise<Receipt | null>)
    if (receipt.status !== '0x1') throw new Error('a contract of the parity check could not be created')
    return receipt.contractAddress
  }
  try {
    await until(() => rpc('eth_chainId', []).catch(() => null))
    const to = await create(marketArtifact('ParityHarness').bytecode.object)
    const formulas = {} as Record<FormulaName, Address>
    for (const name of FORMULA_NAMES) formulas[name] = await create(marketArtifact(`${name}Formula`).bytecode.object)
    return { formulas, stop, call: async (data) => (await rpc('eth_call', [{ to, data, gas: GAS }, 'latest'])) as Hex }
  } catch (error) {
    stop()
    throw error
  }
}

function anvilProgram(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${process.platform}-${arch}/bin/anvil${suffix}`)
}

function anvilArgs(port: string): string[] {
  const address = ['--host', '127.0.0.1', '--port', port]
  return [...address, '--hardfork', 'osaka', '--disable-block-gas-limit', '--no-request-size-limit', '--quiet']
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

interface Receipt {
  status: string
  contractAddress: Address
}

type Rpc = (method: string, params: readonly unknown[]) => Promise<unknown>

function rpcAt(url: string): Rpc {
  return async (method, params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } }
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
}

/** What is there in a moment: the node itself, or a receipt. */
async function until<Value>(ask: () => Promise<Value | null>): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const value = await ask()
    if (value !== null) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the chain of the parity check does not answer')
}
