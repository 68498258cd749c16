import { defineChain, type Chain } from 'viem'
import type { ContractAddresses } from '@/lib/chain/contracts'

/** What a wallet has to know about this market. Comes from the server as props. */
export interface WalletSettings {
  chainId: number
  /** Offer the demo wallet: test money, public keys. */
  demo: boolean
  contracts: ContractAddresses
  /** Name and version under which the settlement token signs permits. */
  token: { name: string; version: string }
}

const NATIVE_CURRENCY = { name: 'Ether', symbol: 'ETH', decimals: 18 }

/** The market's chain as a browser reaches it: through this site, which passes on only what wallets need. */
export function marketChain(chainId: number): Chain {
  const rpcUrls = { default: { http: [marketRpcUrl()] } }
  return defineChain({ id: chainId, name: 'Switchyard', nativeCurrency: NATIVE_CURRENCY, rpcUrls })
}

export function marketRpcUrl(): string {
  return new URL('/api/rpc', window.location.origin).href
}
