/** What the contracts of the surplus side say at a block, to compare rows with. */
import type { Address, Hex } from '@/lib/domain/units/hex'
import { marketClient } from './client'
import { orderId } from './coding/order'
import { energyCreditsAbi, surplusMarketAbi } from './contracts'
import { contractAddress } from './deployment'

const market = () => ({ address: contractAddress('SurplusMarket'), abi: surplusMarketAbi }) as const
const credits = () => ({ address: contractAddress('EnergyCredits'), abi: energyCreditsAbi }) as const

/** Codes as they are on chain: of a session's kind its position, of its status one more. */
export async function sessionAt(blockNumber: bigint, sessionId: bigint) {
  const call = { ...market(), blockNumber, args: [sessionId] } as const
  const [session, clearing, pot] = await Promise.all([
    marketClient().readContract({ ...call, functionName: 'sessionOf' }),
    marketClient().readContract({ ...call, functionName: 'clearingOf' }),
    marketClient().readContract({ ...call, functionName: 'potOf' }),
  ])
  return { ...session, clearing, pot }
}

export async function sessionsAt(blockNumber: bigint): Promise<bigint> {
  return marketClient().readContract({ ...market(), blockNumber, functionName: 'sessions' })
}

/** The id of a lot or bid, which says whose it is and what it asks for; null for one that was withdrawn or claimed. */
export async function orderAt(
  blockNumber: bigint,
  { sessionId, side, index }: { sessionId: bigint; side: 'Lot' | 'Bid'; index: number },
): Promise<{ orderId: Hex | null; subject: Hex }> {
  const functionName = side === 'Lot' ? 'lotOf' : 'bidOf'
  const call = { ...market(), blockNumber, functionName, args: [sessionId, index] } as const
  const [word, subject] = await marketClient().readContract(call)
  return { orderId: word === 0n ? null : orderId(word), subject }
}

export async function fatesAt(blockNumber: bigint, creditId: bigint) {
  return marketClient().readContract({ ...credits(), blockNumber, functionName: 'fatesOf', args: [creditId] })
}

export async function creditBalanceAt(blockNumber: bigint, account: Address, creditId: bigint): Promise<bigint> {
  const call = { ...credits(), blockNumber, functionName: 'balanceOf', args: [account, creditId] } as const
  return marketClient().readContract(call)
}

/** The next nonce of what an account signs about its credits, but vouchers. */
export async function creditNonceOf(account: Address): Promise<bigint> {
  return marketClient().readContract({ ...credits(), functionName: 'nonces', args: [account] })
}

export async function storageAt(blockNumber: bigint, storageId: number) {
  const call = { ...credits(), blockNumber, functionName: 'storageOf', args: [storageId] } as const
  const [operator, terms, left] = await marketClient().readContract(call)
  return { operator: operator.toLowerCase(), ...terms, left }
}

export async function feedInAt(blockNumber: bigint, region: number, start: number) {
  const call = { ...credits(), blockNumber, functionName: 'feedInOf', args: [region, start] } as const
  const [payer, price] = await marketClient().readContract(call)
  return { payer: payer.toLowerCase(), price }
}
