import { createConfig, http, type Config } from 'wagmi'
import { marketChain, marketRpcUrl, type WalletSettings } from './market-chain'

const configs = new Map<number, Promise<Config>>()

/** One connection for the whole visit, however many parts of a page use it. */
export function walletConfig(settings: WalletSettings): Promise<Config> {
  let config = configs.get(settings.chainId)
  if (!config) configs.set(settings.chainId, (config = createWalletConfig(settings)))
  return config
}

/** Wallets are found by EIP-6963. The demo wallet is announced first, so that a reload finds it connected again. */
async function createWalletConfig({ chainId, demo }: WalletSettings): Promise<Config> {
  if (demo) {
    const { announceDemoWallet } = await import('./demo/announce')
    announceDemoWallet(chainId)
  }
  const transports = { [chainId]: http(marketRpcUrl()) }
  return createConfig({ chains: [marketChain(chainId)], transports })
}
