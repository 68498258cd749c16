/** What the contracts of the surplus side say at the head, to compare rows with. The demo's chain keeps no earlier state. */
import type { PlacedOrder } from '@/lib/domain/surplus/session'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { marketClient } from './client'
import { orderId } from './coding/order'
import { energyCreditsAbi, surplusBookAbi, surplusMarketAbi } from './contracts'
import { contractAddress } from './deployment'

const market = () => ({ address: contractAddress('SurplusMarket'), abi: surplusMarketAbi }) as const
const credits = () => ({ address: contractAddress('EnergyCredits'), abi: energyCreditsAbi }) as const

/** Codes as they are on chain: of a session's kind its position, of its status one more. */
export async function sessionState(sessionId: bigint) {
  const call = { ...market(), args: [sessionId] } as const
  const [session, clearing, pot] = await Promise.all([
    marketClient().readContract({ ...call, functionName: 'sessionOf' }),
    marketClient().readContract({ ...call, functionName: 'clearingOf' }),
    marketClient().readContract({ ...call, functionName: 'potOf' }),
  ])
  return { ...session, clearing, pot }
}

export async function sessionCount(): Promise<bigint> {
  return marketClient().readContract({ ...market(), functionName: 'sessions' })
}

/** The id of a lot or bid, which says whose it is and what it asks for; null for one that was withdrawn or claimed. */
export async function orderState({
  sessionId,
  side,
  index,
}: Pick<PlacedOrder, 'sessionId' | 'side' | 'index'>): Promise<{ orderId: Hex | null; subject: Hex }> {
  const functionName = side === 'Lot' ? 'lotOf' : 'bidOf'
  const call = { ...market(), functionName, args: [sessionId, index] } as const
  const [word, subject] = await marketClient().readContract(call)
  return { orderId: word === 0n ? null : orderId(word), subject }
}

export async function fatesState(creditId: bigint) {
  return marketClient().readContract({ ...credits(), functionName: 'fatesOf', args: [creditId] })
}

export async function creditBalance(account: Address, creditId: bigint): Promise<bigint> {
  const call = { ...credits(), functionName: 'balanceOf', args: [account, creditId] } as const
  return marketClient().readContract(call)
}

/** What the next bills of an agreement take. */
export async function dueState(agreementId: Hex): Promise<bigint> {
  const book = { address: contractAddress('SurplusBook'), abi: surplusBookAbi } as const
  return marketClient().readContract({ ...book, functionName: 'dueOf', args: [agreementId] })
}

/** The next nonce of what an account signs about its credits, but vouchers. */
export async function creditNonceOf(account: Address): Promise<bigint> {
  return marketClient().readContract({ ...credits(), functionName: 'nonces', args: [account] })
}

export async function storageState(storageId: number) {
  const call = { ...credits(), functionName: 'storageOf', args: [storageId] } as const
  const [operator, terms, left] = await marketClient().readContract(call)
  return { operator: operator.toLowerCase(), ...terms, left }
}

export async function feedInState(region: number, start: number) {
  const call = { ...credits(), functionName: 'feedInOf', args: [region, start] } as const
  const [payer, price] = await marketClient().readContract(call)
  return { payer: payer.toLowerCase(), price }
}
