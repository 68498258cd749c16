import type { Config } from 'wagmi'
import { connect, disconnect, getConnection } from 'wagmi/actions'
import { DEMO_WALLET_RDNS, preferDemoAccount } from './identity'

/** Connects the demo wallet as one member, without asking which. */
export async function connectDemoMember(config: Config, address: string): Promise<void> {
  const connector = config.connectors.find(({ id }) => id === DEMO_WALLET_RDNS)
  if (!connector) throw new Error('The demo wallet has not been announced.')
  if (getConnection(config).status === 'connected') await disconnect(config)
  preferDemoAccount(address)
  await connect(config, { connector, chainId: config.chains[0].id })
}
