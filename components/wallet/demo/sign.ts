import { createWalletClient, http, isHex, type Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { marketChain, marketRpcUrl } from '../market-chain'
import { demoAccountOf } from './keys'
import type { DemoMember } from './members'
import type { CallRequest, TypedDataRequest } from './prompts'

export function signDemoMessage(member: DemoMember, message: Hex | string): Promise<Hex> {
  return demoAccountOf(member).signMessage({ message: isHex(message) ? { raw: message } : message })
}

export function signDemoTypedData(member: DemoMember, request: TypedDataRequest): Promise<Hex> {
  const types = Object.fromEntries(Object.entries(request.types).filter(([name]) => name !== 'EIP712Domain'))
  return demoAccountOf(member).signTypedData({ ...request, types } as Parameters<PrivateKeyAccount['signTypedData']>[0])
}

export function sendDemoCall(member: DemoMember, chainId: number, { to, data }: CallRequest): Promise<Hex> {
  const chain = marketChain(chainId)
  const wallet = createWalletClient({ account: demoAccountOf(member), chain, transport: http(marketRpcUrl()) })
  return wallet.sendTransaction({ to, data })
}
