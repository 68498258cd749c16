import {
  createClient,
  getAddress,
  http,
  isAddressEqual,
  type Address,
  type Chain,
  type Client,
  type Hex,
  type TypedData,
  type TypedDataDefinition,
  type TypedDataDomain,
} from 'viem'
import { sendTransaction, signMessage, signTypedData } from 'viem/actions'
import type { Config } from 'wagmi'
import { getConnection, getConnectorClient, reconnect, switchChain } from 'wagmi/actions'
import { failureOf, WalletFlowError } from './failure'
import { marketRpcUrl } from './market-chain'

/** A wallet that does not come back within this time has to be asked for. */
const SETTLE_MS = 6_000
const LOOK_MS = 50

/** As lib/chain/intents builds it. */
interface IntentTypedData {
  domain: TypedDataDomain
  types: TypedData
  primaryType: string
  message: Record<string, unknown>
}

/** A connected wallet on the right account and the right network: all that a step of a flow may use. */
export interface SigningWallet {
  address: Address
  /** Reads the market's chain through this site. */
  chain: Client
  signMessage(message: string): Promise<Hex>
  signTypedData(intent: IntentTypedData): Promise<Hex>
  /** Sends a transaction from the account, whose holder pays the gas. Returns its hash. */
  sendTransaction(call: { to: Address; data: Hex }): Promise<Hex>
}

/** The address the wallet shows now, or null. Waits for a connection of an earlier page to come back, and asks once more. */
export async function connectedAddress(config: Config): Promise<Address | null> {
  await settled(config)
  if (getConnection(config).status === 'disconnected') await reconnect(config)
  const connection = getConnection(config)
  return connection.status === 'connected' ? connection.address : null
}

/** A page that has just come may be on its way back to its wallet: asking which one now would be asking for nothing. */
async function settled(config: Config): Promise<void> {
  const busy = () => ['connecting', 'reconnecting'].includes(getConnection(config).status)
  for (let waited = 0; busy() && waited < SETTLE_MS; waited += LOOK_MS) {
    await new Promise((next) => setTimeout(next, LOOK_MS))
  }
}

export async function signingWallet(config: Config, wanted?: string): Promise<SigningWallet> {
  const given = await connectedAddress(config)
  if (!given) throw new WalletFlowError({ kind: 'closed' })
  if (wanted && !isAddressEqual(given, getAddress(wanted))) {
    throw new WalletFlowError({ kind: 'wrongAccount', wanted, given })
  }
  await ensureNetwork(config)
  const client = await getConnectorClient(config, { account: given })
  return {
    address: given,
    chain: marketReader(config),
    signMessage: (message) => signMessage(client, { message }),
    signTypedData: (intent) => signTypedData(client, intent as TypedDataDefinition),
    sendTransaction: (call) => sendTransaction(client, call),
  }
}

/** Reads go through this site even where the wallet would offer its own node. One action at a time: a page loads those it uses. */
export function marketReader(config: Config): Client {
  return createClient({ chain: config.chains[0], transport: http(marketRpcUrl()) })
}

/** Asks the wallet to change to the market's chain, and to learn it if it does not know it. */
async function ensureNetwork(config: Config): Promise<void> {
  const [chain]: readonly Chain[] = config.chains
  const { connector } = getConnection(config)
  if (!chain || !connector) return
  const given = await connector.getChainId()
  if (given === chain.id) return
  const wrongNetwork = new WalletFlowError({ kind: 'wrongNetwork', network: chain.name, chainId: chain.id, given })
  try {
    await switchChain(config, { chainId: chain.id })
  } catch (error) {
    // Rejected, or a wallet that can not: what has to be done is the same. A wallet that is busy says so itself.
    throw failureOf(error).kind === 'busy' ? error : wrongNetwork
  }
  if ((await connector.getChainId()) !== chain.id) throw wrongNetwork
}
