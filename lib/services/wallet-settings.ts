/** What a browser's wallet has to know about this market; nothing of it is secret. */
import 'server-only'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { deployment } from '@/lib/chain/deployment'
import { env } from '@/lib/env'

export interface WalletSettings {
  chainId: number
  demo: boolean
  contracts: ContractAddresses
  token: { name: string; version: string }
}

export function walletSettings(): WalletSettings {
  const { chainId, contracts, token } = deployment()
  return { chainId, demo: env.mode === 'demo', contracts, token: { name: token.name, version: token.version } }
}
