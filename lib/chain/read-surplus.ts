/** State of the surplus market and of energy credits at the head, for decisions that cannot wait for the follower. Pages read rows. */
import { CHAIN_SESSION_STATUSES, type ChainSession } from '@/lib/domain/surplus/placing'
import { SESSION_KINDS, type OrderSide } from '@/lib/domain/surplus/session'
import type { Traded } from '@/lib/domain/surplus/traded-agreement'
import { nameOf } from '@/lib/domain/units/codes'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { marketClient } from './client'
import { orderFromWord, type StoredOrder } from './coding/order'
import { energyCreditsAbi, memberRegistryAbi, surplusBookAbi, surplusMarketAbi } from './contracts'
import { contractAddress } from './deployment'
import { lookUp } from './relay'

const market = () => ({ address: contractAddress('SurplusMarket'), abi: surplusMarketAbi }) as const
const members = () => ({ address: contractAddress('MemberRegistry'), abi: memberRegistryAbi }) as const

export async function sessionOf(sessionId: bigint): Promise<ChainSession> {
  const found = await marketClient().readContract({ ...market(), functionName: 'sessionOf', args: [sessionId] })
  const { region, start, lockAt, closeAt } = found
  return {
    ...{ region, start, lockAt, closeAt },
    status: nameOf(CHAIN_SESSION_STATUSES, found.status),
    kind: nameOf(SESSION_KINDS, found.kind),
  }
}

/** The account's next nonce in the surplus market. */
export async function surplusNonceOf(account: Address): Promise<bigint> {
  return marketClient().readContract({ ...market(), functionName: 'nonces', args: [account] })
}

/** Null if there is no such lot or bid, or none any more. */
export async function placedOrderOf(sessionId: bigint, side: OrderSide, index: number): Promise<StoredOrder | null> {
  const functionName = side === 'Lot' ? 'lotOf' : 'bidOf'
  const [word] = await marketClient().readContract({ ...market(), functionName, args: [sessionId, index] })
  return orderFromWord(word)
}

export async function tradedOf(agreementId: Hex, start: number): Promise<Traded> {
  const book = { address: contractAddress('SurplusBook'), abi: surplusBookAbi } as const
  const traded = await marketClient().readContract({ ...book, functionName: 'tradedOf', args: [agreementId, start] })
  return {
    listed: wh(traded.listed),
    wanted: wh(traded.wanted),
    sold: wh(traded.sold),
    bought: wh(traded.bought),
  }
}

export async function creditsHeld(account: Address, creditId: bigint): Promise<Wh> {
  const credits = { address: contractAddress('EnergyCredits'), abi: energyCreditsAbi } as const
  return wh(await marketClient().readContract({ ...credits, functionName: 'balanceOf', args: [account, creditId] }))
}

export interface Participant {
  sessionId: bigint
  account: Address
  /** The transaction that opened the session: nothing was placed before it. Null looks at the whole chain. */
  opening: Hex | null
}

/**
 * The side that an account or one of its group has taken in a session. The contract keeps it where nobody can read it; its events say
 * who placed what, and what was withdrawn later counts too.
 */
export async function sideTaken({
  sessionId,
  account,
  opening,
}: Participant): Promise<{ side: OrderSide | null; group: number }> {
  const [group, fromBlock] = await Promise.all([groupOf(account), blockOf(opening)])
  const among = { sessionId, fromBlock, ...(group === 0 && { account }) }
  const [lots, bids] = await Promise.all([placersOf('LotListed', among), placersOf('BidPlaced', among)])
  if (await holds(lots, account, group)) return { side: 'Lot', group }
  return { side: (await holds(bids, account, group)) ? 'Bid' : null, group }
}

async function holds(placers: readonly Address[], account: Address, group: number): Promise<boolean> {
  if (placers.some((one) => sameHex(one, account))) return true
  if (group === 0) return false
  return (await Promise.all(placers.map(groupOf))).includes(group)
}

async function groupOf(account: Address): Promise<number> {
  return marketClient().readContract({ ...members(), functionName: 'groupOf', args: [account] })
}

/** The first block where it is not known, or the chain has dropped it. */
async function blockOf(transaction: Hex | null): Promise<bigint> {
  const mined = transaction && (await lookUp(transaction))
  return mined && typeof mined === 'object' ? BigInt(mined.blockNumber) : 0n
}

interface Among {
  sessionId: bigint
  fromBlock: bigint
  /** Only this one. */
  account?: Address
}

async function placersOf(eventName: 'LotListed' | 'BidPlaced', { fromBlock, ...args }: Among) {
  const logs = await marketClient().getContractEvents({ ...market(), eventName, fromBlock, strict: true, args })
  return [...new Set(logs.map(({ args }) => args.account.toLowerCase() as Address))]
}
