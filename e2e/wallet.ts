/** A wallet in the browser, announced through EIP-6963, whose key stays in the test process. */
import type { Page } from '@playwright/test'
import { createWalletClient, http, isHex, type Hex } from 'viem'
import { mnemonicToAccount, type HDAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { demoMembers, market } from './stack'

const MNEMONIC = 'test test test test test test test test test test test junk'
const HIGHEST_INDEX = 60
const USER_REJECTED = 4001

export interface TestWallet {
  account: HDAccount
  /** Methods the page asked for, in order. */
  calls: string[]
  /** How often a window would have opened that asks the person, by method. */
  prompts: Record<string, number>
  /** Presses of a mouse or a key on something, since the count began. */
  clicks: () => number
  /** Counts prompts and clicks from here on. */
  countFromHere: () => void
  /** Shows another network, which the market is not on; `stubborn` refuses to change. */
  onNetwork: (chainId: number, stubborn?: boolean) => void
  /** Shows another account from now on. */
  showAccount: (other: HDAccount) => void
  /** Keeps the next answer until it is released. */
  holdNext: () => { asked: Promise<void>; release: () => void }
  /** Answers the next request that would sign something with a rejection. */
  rejectNext: () => void
  /** Signs the next request with another account's key, as a thief or a broken wallet would. */
  signNextWith: (other: HDAccount) => void
}

/** Stretching the mnemonic takes a while: each account once. */
const accounts: HDAccount[] = []

/** The key of a demo member, found by its name. */
export function accountOf(name: string): HDAccount {
  const member = demoMembers().find((one) => one.name === name)
  if (!member) throw new Error(`the seeded market has no member named ${name}`)
  for (let addressIndex = 0; addressIndex < HIGHEST_INDEX; addressIndex++) {
    const account = (accounts[addressIndex] ??= mnemonicToAccount(MNEMONIC, { addressIndex }))
    if (account.address.toLowerCase() === member.address.toLowerCase()) return account
  }
  throw new Error(`${name} is no account of the demo mnemonic`)
}

/** What a wallet asks its person about before it does it. */
const ASKING =
  /^(personal_sign|eth_signTypedData_v4|eth_sendTransaction|wallet_switchEthereumChain|wallet_addEthereumChain)$/
const UNKNOWN_CHAIN = 4902

export async function installWallet(page: Page, account: HDAccount): Promise<TestWallet> {
  const calls: string[] = []
  const prompts: Record<string, number> = {}
  const clicks = await countClicks(page)
  const network = { chainId: 0, known: [0], stubborn: false }
  let shown = account
  let held: { asked: () => void; released: Promise<void> } | null = null
  let rejecting = false
  let forger: HDAccount | null = null
  await page.exposeFunction('__walletRequest', async (method: string, params: unknown[] = []) => {
    calls.push(method)
    if (ASKING.test(method)) prompts[method] = (prompts[method] ?? 0) + 1
    if (held && /sign|send/i.test(method)) {
      const { asked, released } = held
      held = null
      asked()
      await released
    }
    const answer = answerOfNetwork(network, method, params)
    if (answer) return answer
    if (rejecting && /sign|send/i.test(method)) {
      rejecting = false
      return { error: { code: USER_REJECTED, message: 'User rejected the request.' } }
    }
    const signer = (/sign/i.test(method) && forger) || shown
    if (signer === forger) forger = null
    try {
      return { result: await walletOf(signer)(method, params) }
    } catch (error) {
      const { code, message, data } = error as { code?: number; message?: string; data?: unknown }
      return { error: { code: code ?? -32603, message: message ?? String(error), data } }
    }
  })
  await page.addInitScript(announce)
  return {
    account,
    calls,
    prompts,
    clicks: () => clicks.count,
    countFromHere: () => {
      clicks.count = 0
      for (const method of Object.keys(prompts)) delete prompts[method]
    },
    onNetwork: (chainId, stubborn = false) => Object.assign(network, { chainId, stubborn, known: [chainId] }),
    showAccount: (other) => (shown = other),
    holdNext: () => {
      let [asked, release] = [() => {}, () => {}]
      const wasAsked = new Promise<void>((resolve) => (asked = resolve))
      held = { asked, released: new Promise<void>((resolve) => (release = resolve)) }
      return { asked: wasAsked, release: () => release() }
    },
    rejectNext: () => (rejecting = true),
    signNextWith: (other) => (forger = other),
  }
}

interface Network {
  /** Zero while the wallet is on the market's own. */
  chainId: number
  known: number[]
  stubborn: boolean
}

/** As wallets answer: a chain that they do not know has to be added first. Null while the wallet is on the market's network. */
function answerOfNetwork(network: Network, method: string, params: unknown[]) {
  if (network.chainId === 0) return null
  if (method === 'eth_chainId') return { result: `0x${network.chainId.toString(16)}` }
  if (method === 'net_version') return { result: String(network.chainId) }
  const changes = method === 'wallet_switchEthereumChain' || method === 'wallet_addEthereumChain'
  if (!changes) return null
  if (network.stubborn) return { error: { code: USER_REJECTED, message: 'User rejected the request.' } }
  const wanted = Number((params[0] as { chainId: string }).chainId)
  if (method === 'wallet_switchEthereumChain' && !network.known.includes(wanted)) {
    return { error: { code: UNKNOWN_CHAIN, message: 'Unrecognized chain ID.' } }
  }
  network.chainId = 0
  return { result: null }
}

/** Presses on something that can be pressed: a click into a text field is typing. */
async function countClicks(page: Page): Promise<{ count: number }> {
  const clicks = { count: 0 }
  await page.exposeFunction('__clicked', () => {
    clicks.count++
  })
  await page.addInitScript(() => {
    const host = window as unknown as { __clicked: () => void }
    const pressed = (event: Event) =>
      event.isTrusted && event.target instanceof Element && event.target.closest('a, button, label, summary, [role]')
    window.addEventListener('click', (event) => pressed(event) && host.__clicked(), true)
  })
  return clicks
}

function walletOf(account: HDAccount) {
  const { rpcUrl } = market()
  const client = createWalletClient({ account, chain: foundry, transport: http(rpcUrl) })
  const permissions = [
    { parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value: [account.address] }] },
  ]
  return async (method: string, params: unknown[]): Promise<unknown> => {
    switch (method) {
      case 'eth_accounts':
      case 'eth_requestAccounts':
        return [account.address]
      case 'wallet_requestPermissions':
      case 'wallet_getPermissions':
        return permissions
      case 'wallet_revokePermissions':
      case 'wallet_switchEthereumChain':
      case 'wallet_addEthereumChain':
        return null
      case 'personal_sign': {
        const message = params[0] as string
        return account.signMessage({ message: isHex(message) ? { raw: message } : message })
      }
      case 'eth_signTypedData_v4': {
        const { types, ...typed } = JSON.parse(params[1] as string) as { types: Record<string, unknown> }
        delete types['EIP712Domain']
        return account.signTypedData({ types, ...typed } as unknown as Parameters<HDAccount['signTypedData']>[0])
      }
      case 'eth_sendTransaction': {
        const { to, data, value } = params[0] as { to: Hex; data: Hex; value?: Hex }
        return client.sendTransaction({ to, data, ...(value && { value: BigInt(value) }) })
      }
      default:
        return client.request({ method, params } as never)
    }
  }
}

/** Runs in the page. */
function announce(): void {
  type Listener = (...args: unknown[]) => void
  type Answer = { result?: unknown; error?: { message: string } }
  const listeners: Record<string, Set<Listener>> = {}
  const host = window as unknown as { __walletRequest: (method: string, params?: unknown) => Promise<Answer> }
  const provider = {
    request: async ({ method, params }: { method: string; params?: unknown }) => {
      const { result, error } = await host.__walletRequest(method, params)
      if (error) throw Object.assign(new Error(error.message), error)
      return result
    },
    on(event: string, listener: Listener) {
      ;(listeners[event] ??= new Set()).add(listener)
      return provider
    },
    removeListener(event: string, listener: Listener) {
      listeners[event]?.delete(listener)
      return provider
    },
  }
  const info = {
    uuid: '00000000-0000-4000-8000-0000000000e2',
    name: 'Test Wallet',
    rdns: 'test.switchyard.wallet',
    icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  }
  const detail = Object.freeze({ info, provider })
  const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', tell)
  tell()
}
