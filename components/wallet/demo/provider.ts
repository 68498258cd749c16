import {
  getAddress,
  hexToString,
  isHex,
  MethodNotSupportedRpcError,
  numberToHex,
  SwitchChainError,
  type Address,
  type Hex,
} from 'viem'
import { storedDemoAccount, storeDemoAccount, takePreferredAccount } from './identity'
import { loadDemoMembers, memberWith, type DemoMember } from './members'
import { ask, type CallRequest, type TypedDataRequest } from './prompts'
import { forwardToMarket } from './forward'

type Listener = (...values: unknown[]) => void
interface RpcRequest {
  method: string
  params?: readonly unknown[]
}

/** An EIP-1193 wallet whose accounts are the demo members. It signs in the page and asks before every signature. */
export function createDemoProvider(chainId: number) {
  const listeners = new Map<string, Set<Listener>>()
  const emit = (event: string, ...values: unknown[]) => listeners.get(event)?.forEach((listener) => listener(...values))

  async function accounts(): Promise<Address[]> {
    const account = storedDemoAccount()
    return account && memberWith(await loadDemoMembers(), account) ? [getAddress(account)] : []
  }

  /** Which member to act as: the one already agreed with the page, or whoever the person picks. */
  async function chooseMember(): Promise<Address[]> {
    const members = await loadDemoMembers()
    const member = memberWith(members, takePreferredAccount()) ?? (await ask({ kind: 'choose', members }))
    storeDemoAccount(member.address)
    const chosen = [getAddress(member.address)]
    emit('accountsChanged', chosen)
    return chosen
  }

  function forget(): null {
    storeDemoAccount(null)
    emit('accountsChanged', [])
    return null
  }

  async function handle({ method, params = [] }: RpcRequest): Promise<unknown> {
    switch (method) {
      case 'eth_chainId':
        return numberToHex(chainId)
      case 'eth_accounts':
        return accounts()
      case 'eth_requestAccounts': {
        const known = await accounts()
        return known.length > 0 ? known : chooseMember()
      }
      case 'wallet_requestPermissions': {
        const caveats = [{ type: 'restrictReturnedAccounts', value: await chooseMember() }]
        return [{ parentCapability: 'eth_accounts', caveats }]
      }
      case 'wallet_revokePermissions':
        return forget()
      case 'wallet_switchEthereumChain':
        return switchChain(params[0] as { chainId: Hex })
      case 'personal_sign':
        return signMessage(params as [Hex, Address])
      case 'eth_signTypedData_v4':
        return signTypedData(params as [Address, string])
      case 'eth_sendTransaction':
        return sendCall(params[0] as CallRequest & { from: Address })
      default:
        if (method.startsWith('wallet_')) throw new MethodNotSupportedRpcError(new Error(method), { method })
        return forwardToMarket(method, params)
    }
  }

  function switchChain(wanted: { chainId: Hex }): null {
    if (Number(wanted.chainId) === chainId) return null
    throw new SwitchChainError(new Error('The demo wallet knows only this market.'))
  }

  async function sendCall({ from, to, data }: CallRequest & { from: Address }): Promise<Hex> {
    const member = await holderOf(from)
    await ask({ kind: 'call', member, request: { to, data } })
    const { sendDemoCall } = await import('./sign')
    return sendDemoCall(member, chainId, { to, data })
  }

  return {
    request: handle,
    on(event: string, listener: Listener) {
      if (!listeners.has(event)) listeners.set(event, new Set())
      listeners.get(event)?.add(listener)
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener)
    },
  }
}

async function signMessage([message, from]: [Hex, Address]): Promise<Hex> {
  const member = await holderOf(from)
  await ask({ kind: 'message', member, text: isHex(message) ? hexToString(message) : message })
  const { signDemoMessage } = await import('./sign')
  return signDemoMessage(member, message)
}

async function signTypedData([from, json]: [Address, string]): Promise<Hex> {
  const member = await holderOf(from)
  const request = JSON.parse(json) as TypedDataRequest
  await ask({ kind: 'typedData', member, request })
  const { signDemoTypedData } = await import('./sign')
  return signDemoTypedData(member, request)
}

async function holderOf(address: Address): Promise<DemoMember> {
  const member = memberWith(await loadDemoMembers(), address)
  if (!member) throw new Error(`The demo wallet has no account ${address}.`)
  return member
}
