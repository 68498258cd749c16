/** Puts contracts on a chain, one transaction after the other; for scripts/deploy.ts only. */
import {
  createWalletClient,
  encodeDeployData,
  http,
  type Abi,
  type Chain,
  type PublicClient,
  type TransactionReceipt,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Call } from './intents/calls'
import { refusalOf } from './refusal'

export interface Deployer {
  address: Address
  create: (abi: Abi, bytecode: Hex, args?: readonly unknown[]) => Promise<Address>
  send: (call: Call & { value?: bigint }) => Promise<TransactionReceipt>
}

export function deployerWith(key: Hex, client: PublicClient, rpcUrl: string): Deployer {
  const account = privateKeyToAccount(key)
  const wallet = createWalletClient({ account, chain: client.chain as Chain, transport: http(rpcUrl) })
  async function mined(request: { to?: Address; data?: Hex; value?: bigint }): Promise<TransactionReceipt> {
    const hash = await wallet.sendTransaction(request).catch(nameRefusal)
    const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 100 })
    if (receipt.status !== 'success') throw new Error(`deployment transaction ${hash} failed`)
    return receipt
  }
  return {
    address: account.address.toLowerCase() as Address,
    send: mined,
    async create(abi, bytecode, args = []) {
      const { contractAddress } = await mined({ data: encodeDeployData({ abi, bytecode, args }) })
      if (!contractAddress) throw new Error('the node reports no address for a new contract')
      return contractAddress.toLowerCase() as Address
    },
  }
}

function nameRefusal(error: unknown): never {
  const refusal = refusalOf(error)
  throw refusal
    ? new Error(`${refusal.name} ${JSON.stringify(Object.values(refusal.facts).map(String))}`, { cause: error })
    : error
}
