/** One chain event on its way into rows, from a log just read or from a stored event. */
import type { ContractAddresses } from '@/lib/chain/contracts'
import type { Tx } from '@/lib/db/client'
import type { Address, Hex } from '@/lib/domain/units/hex'

export interface Fact {
  contract: string
  name: string
  args: Record<string, unknown>
  txHash: string
  logIndex: number
  blockNumber: number
  timestamp: number
}

export interface Happening {
  tx: Tx
  fact: Fact
  contracts: ContractAddresses
}

/** May run twice for one fact without a second effect: rows have keys, balances move only with a new movement row. */
export type Handler = (happening: Happening) => Promise<void>

/** The event's arguments by their Solidity names; which they are is known from the event's name. */
export function argsOf<Args>({ fact }: Happening): Args {
  return fact.args as Args
}

export const addressOf = (value: Address): Address => value.toLowerCase() as Address
export const hexOf = (value: Hex): Hex => value.toLowerCase() as Hex

/** Where and when, as rows keep it. */
export function placeOf({ fact }: Happening) {
  const { txHash, logIndex, blockNumber, timestamp } = fact
  return { txHash, logIndex, blockNumber: BigInt(blockNumber), at: BigInt(timestamp) }
}
