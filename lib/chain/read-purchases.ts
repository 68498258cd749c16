/** Purchases at the head of the chain, for decisions that cannot wait for the follower. */
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'
import { marketClient } from './client'
import { purchaseBookAbi } from './contracts'
import { contractAddress } from './deployment'

const book = () => ({ address: contractAddress('PurchaseBook'), abi: purchaseBookAbi }) as const

export interface PurchaseState {
  settledUntil: number
  periods: number
  ended: boolean
  deposit: Micro
}

/** Null if there is no such purchase. */
export async function purchaseStateOf(purchaseId: Hex): Promise<PurchaseState | null> {
  const call = { ...book(), functionName: 'stateOf', args: [purchaseId] } as const
  const { settledUntil, periods, ended, deposit } = await marketClient().readContract(call)
  return settledUntil === 0 ? null : { settledUntil, periods, ended, deposit: micro(deposit) }
}

/** The next nonce of a party's signature. */
export async function purchaseNonceOf(account: Address): Promise<bigint> {
  return marketClient().readContract({ ...book(), functionName: 'nonces', args: [account] })
}
