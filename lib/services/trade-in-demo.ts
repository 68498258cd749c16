/** A few demo members bid and sell in the demo's sessions, each with its own signature, so that there is a market to join. Demo only. */
import { numberToHex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { creditId } from '@/lib/chain/coding/credit'
import { deployment } from '@/lib/chain/deployment'
import { demoConsumer } from '@/lib/chain/demo-keys'
import type { Call } from '@/lib/chain/intents/calls'
import { bidCall, bidTypedData, listCall, lotTypedData, type Order } from '@/lib/chain/intents/surplus'
import { escrowAccountOf } from '@/lib/chain/read'
import { creditsHeld, surplusNonceOf } from '@/lib/chain/read-surplus'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { agreementsOfConsumer } from '@/lib/db/read/agreements'
import { runsUnderWay } from '@/lib/db/read/revisions'
import { ownOrders, surplusSessions } from '@/lib/db/read/surplus-sessions'
import { demoOrders, partOf, type PlannedOrder } from '@/lib/domain/surplus/demo-orders'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { listSeries } from '@/lib/formats/measured-years'
import { queueRun } from './queue-run'
import { tradedAgreement } from './surplus-facts'

/** Members by the year they repeat: large buildings buy, two homes with solar panels sell. */
const BUYERS = ['cambridge-b36', 'cambridge-b96', 'cambridge-b27']
const SELLERS = ['california-home-12', 'netherlands-home-1']
const MOST = 20
/** Who has less than this does not bid: bills come first. */
const LEAST_FREE = micro(1_000_000_000n)

export interface DemoTraders {
  buyers: HDAccount[]
  sellers: HDAccount[]
}

/** @param now the chain's clock as far as it was followed. @returns how many lots and bids were handed to the relayer. */
export async function tradeInDemo(now: number, traders?: DemoTraders): Promise<number> {
  const sessions = await asWorker((tx) => surplusSessions(tx, { kind: 'Exported', status: 'Open' }, MOST))
  // The one that ends next: it is the one that people watch.
  const [session] = sessions.filter(({ lockAt }) => lockAt > now).sort((a, b) => a.closeAt - b.closeAt)
  if (!session) return 0
  const { buyers, sellers } = traders ?? (await usualTraders())
  const accounts = { Bid: buyers, Lot: sellers }
  const { id, changedAt: openedAt, lockAt } = session
  const planned = demoOrders({ id, openedAt, lockAt }, { buyers: buyers.length, sellers: sellers.length })
  const placed = await asWorker((tx) => ownOrders(tx, { sessionId: id }))
  const underWay = await runsUnderWay('bid')
  let queued = 0
  for (const [index, order] of planned.entries()) {
    const account = accounts[order.side][order.member]!
    const before = planned.slice(0, index).filter((one) => accounts[one.side][one.member] === account).length
    const there = placed.filter((one) => one.account === addressOf(account)).length
    const subject = `demo ${addressOf(account)}`
    // In their order, and each after the one before is in the rows: two would want the same nonce.
    if (order.at > now || there !== before || underWay.has(subject)) continue
    const call = await callFor(session, order, account)
    if (!call || !(await tryCall(relayerAccount().address, call, 'latest')).ok) continue
    await queueRun('bid', subject, [call])
    queued++
  }
  return queued
}

async function usualTraders(): Promise<DemoTraders> {
  const keys = (await listSeries()).map(({ key }) => key)
  const accountsOf = (wanted: readonly string[]) => wanted.map((key) => demoConsumer(keys.indexOf(key)))
  return { buyers: accountsOf(BUYERS), sellers: accountsOf(SELLERS) }
}

const addressOf = ({ address }: HDAccount) => address.toLowerCase() as Address

/** Null for who has nothing to sell, or too little money. */
async function callFor(session: SurplusSession, planned: PlannedOrder, account: HDAccount): Promise<Call | null> {
  const { chainId, contracts: at } = deployment()
  const place = { chainId, surplusMarket: at.SurplusMarket }
  const owner = addressOf(account)
  const nonce = await surplusNonceOf(owner)
  const { id: sessionId, region, start, closeAt: expiry } = session
  const { price, energy } = planned
  const order: Order = { sessionId, account: owner, energy, price, subject: ZERO_HASH, nonce, expiry }
  if (planned.side === 'Bid') {
    if ((await escrowAccountOf(owner)).free < LEAST_FREE) return null
    const agreement = await agreementOf(owner, start)
    if (!agreement) return null
    const bid = { ...order, subject: agreement.id }
    const signature = await account.signTypedData(bidTypedData(place, bid))
    return bidCall(at, { order: bid, agreement: agreement.traded, signature })
  }
  const credit = creditId({ kind: 'Exported', region, start, expiry: 0, storageId: 0 })
  const part = partOf(await creditsHeld(owner, credit), planned.shareBps)
  if (part === 0n) return null
  const lot = { ...order, subject: numberToHex(credit, { size: 32 }), energy: part }
  const signature = await account.signTypedData(lotTypedData(place, lot))
  return listCall(at, { order: lot, agreement: null, signature })
}

/** Whose bills become lower; null if the account has none that supplies it. */
async function agreementOf(address: Address, start: number) {
  const agreements = await agreementsOfConsumer({ address })
  const active = agreements.find(({ status }) => status === 'active')
  const known = active && (await tradedAgreement({ address }, active.id as Hex, start))
  return active && known?.ok ? { id: active.id as Hex, traded: known.value.traded } : null
}
