/* eslint-disable max-lines -- Each part goes on in the session where the one before left it. */
/** Lots and bids on a real chain: what a person is told before signing is what the contract says, and what was signed counts once. */
import { numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creditId } from '@/lib/chain/coding/credit'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import {
  bidTypedData,
  lotTypedData,
  openSessionCall,
  orderWithdrawalTypedData,
  type Order,
} from '@/lib/chain/intents/surplus'
import { escrowAccountOf } from '@/lib/chain/read'
import { surplusNonceOf, tradedOf } from '@/lib/chain/read-surplus'
import { headOf } from '@/lib/chain/logs'
import { asViewer } from '@/lib/db/client'
import { agreementsOfConsumer } from '@/lib/db/read/agreements'
import { dueOf } from '@/lib/db/read/due'
import { withDatabase } from '@/lib/db/testing/database'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import type { Hex } from '@/lib/domain/units/hex'
import { clearSessions } from './clear-sessions'
import { claimSessions } from './claim-sessions'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { checkLot, listLot } from './list-lot'
import { checkBid, placeBid } from './place-bid'
import { surplusTrader } from './surplus-trader'
import { sessionMark, surplusSessionView } from './surplus-view'
import { withMarket } from './testing/market'
import { mintExport } from './testing/surplus'
import { follow, signSupply, valueOf, viewerOf } from './testing/supply'
import { checkOrderWithdrawal, withdrawOrder } from './withdraw-order'

const database = withDatabase()
const { market } = withMarket()

const [seller, buyer] = [0, 1]
const SESSION = 1n
const LONG = 600
let agreements: Hex[]

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [seller, buyer]) await signSupply(market(), position)
  agreements = await Promise.all(
    [seller, buyer].map(async (position) => (await agreementsOfConsumer(viewerOf(position)))[0]!.id as Hex),
  )
  const { timestamp } = await headOf()
  const opening = { region: 42, start: market().periods[0]!.start, kind: 'Contracted' } as const
  const times = { lockAt: timestamp + LONG, closeAt: timestamp + 2 * LONG }
  const call = openSessionCall(market().deployment.contracts, { ...opening, ...times })
  await market().send(demoAccount(DEMO_INDEX.exchange), call)
  await follow()
}, 90_000)
afterAll(stopSender)

const wish = (position: number, kwh: bigint, price: bigint, sessionId = SESSION) => ({
  ...{ sessionId, account: viewerOf(position).address, subject: agreements[position]! },
  ...{ energy: wh(kwh * 1_000n), price: tick(price) },
})
const place = () => {
  const { chainId, contracts } = market().deployment
  return { chainId, surplusMarket: contracts.SurplusMarket }
}

async function signed(side: OrderSide, position: number, draft: ReturnType<typeof wish>) {
  const nonce = await surplusNonceOf(draft.account)
  const order: Order = { ...draft, nonce, expiry: market().periods[0]!.end }
  const account = demoConsumer(position)
  const signature =
    side === 'Lot'
      ? await account.signTypedData(lotTypedData(place(), order))
      : await account.signTypedData(bidTypedData(place(), order))
  return { order, signature, permit: null }
}
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const requests = async () =>
  (
    await database.query(`SELECT kind FROM relay_request WHERE kind IN ('list', 'bid', 'withdrawOrder') ORDER BY id`)
  ).map(({ kind }) => kind)
const view = async (position: number) => (await surplusSessionView(viewerOf(position), SESSION))!

describe('before anything is signed', () => {
  it('says what a lot and a bid would be refused for', async () => {
    const [from, to] = [viewerOf(seller), viewerOf(buyer)]
    // 1,000 kWh are contracted for the month.
    expect(await checkLot(from, wish(seller, 1_000n, 300n))).toEqual({ ok: true, value: 1_000_000n })
    expect(await checkLot(from, wish(seller, 1_001n, 300n))).toEqual(named('LotAboveContracted'))
    expect(await checkLot(from, { ...wish(seller, 1n, 300n), subject: agreements[buyer]! })).toEqual(
      named('AgreementUnknown'),
    )
    expect(await checkLot(to, wish(seller, 1n, 300n))).toEqual(named('NotYourAccount'))
    expect(await checkBid(to, wish(buyer, 0n, 300n))).toEqual(named('EnergyZero'))
    expect(await checkBid(to, wish(buyer, 1n, 300n, 99n))).toEqual(named('SessionUnknown'))
    // The connection of 50 kW carries 38,400 kWh in 768 hours, and 1,000 are contracted.
    expect(await checkBid(to, wish(buyer, 37_401n, 1n))).toEqual(named('ContractedTooMuch'))
  })

  it('says what a bid locks, and what money is missing: 37,400 kWh at ¥0.100 are ¥3,740', async () => {
    const { free } = await escrowAccountOf(viewerOf(buyer).address)
    expect(await checkBid(viewerOf(buyer), wish(buyer, 37_400n, 100n))).toEqual({
      ok: true,
      value: { locked: 3_740_000_000n, missing: 3_740_000_000n - free },
    })
  })
})

describe('what a consumer could bring', () => {
  it('is its contracted energy, and what its connection could carry beyond it, at the price of its own supply', async () => {
    const { session, now } = await view(seller)
    const trader = await surplusTrader(viewerOf(seller), session, now)
    const contracted = { energy: 1_000_000n, sellable: 1_000_000n, buyable: 37_400_000n, unused: null, likely: null }
    expect(trader).toMatchObject({ credits: [], feedIn: null })
    expect(trader.agreements).toMatchObject([{ id: agreements[seller], energyPrice: 400_000n, contracted }])
  })
})

describe('what was signed', () => {
  it('is one request, though it comes twice at once and again, and nothing else can be signed until it is mined', async () => {
    const lot = await signed('Lot', seller, wish(seller, 100n, 200n))
    const both = await Promise.all([1, 2].map(() => listLot(viewerOf(seller), lot)))
    expect(both[0]!.ok).toBe(true)
    expect(both[1]).toEqual(both[0])
    expect(await listLot(viewerOf(seller), lot)).toEqual(both[0])
    expect(await listLot(viewerOf(buyer), lot)).toEqual(named('NotYourAccount'))
    expect(await checkLot(viewerOf(seller), wish(seller, 1n, 200n))).toEqual(named('SigningUnderWay'))
    expect(await requests()).toEqual(['list'])
    await follow()
    expect(await tradedOf(agreements[seller]!, market().periods[0]!.start)).toMatchObject({ listed: 100_000n })
  })

  it('is refused by name for a forged signature, and nothing is sent', async () => {
    const bid = await signed('Bid', seller, wish(buyer, 10n, 300n))
    expect(await placeBid(viewerOf(buyer), bid)).toEqual(named('SignatureInvalid'))
    expect(await requests()).toEqual(['list'])
  })

  it('keeps a seller from bidding, before and after signing', async () => {
    expect(await checkBid(viewerOf(seller), wish(seller, 1n, 300n))).toEqual(named('AffiliateTrade'))
    const bid = await signed('Bid', seller, wish(seller, 1n, 300n))
    expect(await placeBid(viewerOf(seller), bid)).toEqual(named('AffiliateTrade'))
  })

  it('shows its owner what it would get now, and nobody else whose it is', async () => {
    const before = await sessionMark(null, SESSION)
    valueOf(await placeBid(viewerOf(buyer), await signed('Bid', buyer, wish(buyer, 60n, 300n))))
    expect(await sessionMark(null, SESSION)).toBe(before)
    await follow()
    expect(await sessionMark(null, SESSION)).not.toBe(before)
    // 100 kWh are offered at 200 and 60 wanted at 300: all bids are served, and lots share at 200.
    const own = (await view(buyer)).own
    expect(own).toMatchObject([{ gets: 60_000n, money: 12_000_000n, locked: 18_000_000n }])
    expect((await view(seller)).own).toMatchObject([{ gets: 60_000n, money: 12_000_000n, locked: 0n }])
    const visitor = (await surplusSessionView(null, SESSION))!
    expect(visitor.own).toEqual([])
    expect(visitor.clearing).toMatchObject({ price: 200n, volume: 60_000n })
    expect(await checkBid(viewerOf(seller), wish(seller, 1n, 300n)), 'blocks later').toEqual(named('AffiliateTrade'))
  })
})

describe('taking back', () => {
  const wished = (position: number, side: OrderSide, index: number) => ({
    ...{ sessionId: SESSION, account: viewerOf(position).address, isLot: side === 'Lot', index },
  })

  it('frees a bid before the lock, and is refused after it', async () => {
    expect(await checkOrderWithdrawal(viewerOf(buyer), wished(buyer, 'Bid', 7))).toEqual(named('OrderUnknown'))
    expect(await checkOrderWithdrawal(viewerOf(seller), wished(seller, 'Bid', 0))).toEqual(named('OrderUnknown'))
    const before = await escrowAccountOf(viewerOf(buyer).address)
    const nonce = await surplusNonceOf(viewerOf(buyer).address)
    const withdrawal = { ...wished(buyer, 'Bid', 0), nonce, expiry: market().periods[0]!.end }
    const signature = await demoConsumer(buyer).signTypedData(orderWithdrawalTypedData(place(), withdrawal))
    const mark = await sessionMark(null, SESSION)
    const sent = await withdrawOrder(viewerOf(buyer), { withdrawal, signature })
    expect(await withdrawOrder(viewerOf(buyer), { withdrawal, signature })).toEqual(sent)
    await follow()
    expect(await sessionMark(null, SESSION)).not.toBe(mark)
    const after = await escrowAccountOf(viewerOf(buyer).address)
    expect(after.free - before.free).toBe(18_000_000n)
    expect((await view(buyer)).own.map(({ order }) => order.status)).toEqual(['Withdrawn'])

    valueOf(await placeBid(viewerOf(buyer), await signed('Bid', buyer, wish(buyer, 40n, 250n))))
    await follow()
    const { session } = await view(buyer)
    await market().moveTo(session.lockAt)
    await follow()
    expect((await view(buyer)).phase).toBe('locked')
    expect(await checkOrderWithdrawal(viewerOf(buyer), wished(buyer, 'Bid', 1))).toEqual(named('SessionLocked'))
  })
})

describe('after the close', () => {
  it('takes nothing more, and pays what it said', async () => {
    const { session } = await view(seller)
    const before = await escrowAccountOf(viewerOf(seller).address)
    await market().moveTo(session.closeAt)
    await follow()
    expect((await view(seller)).phase).toBe('clearing')
    expect(await checkLot(viewerOf(seller), wish(seller, 1n, 200n))).toEqual(named('SessionClosed'))
    const marks = () => Promise.all([sessionMark(null, SESSION), sessionMark(viewerOf(seller), SESSION)])
    const [open] = await marks()
    await clearSessions(session.closeAt)
    await follow()
    const [cleared, unclaimed] = await marks()
    expect(cleared).not.toBe(open)
    await claimSessions()
    await follow()
    const [visitors, claimed] = await marks()
    // Whose claims they are is nobody else's business.
    expect(visitors).toBe(cleared)
    expect(claimed).not.toBe(unclaimed)
    const ended = await view(seller)
    expect(ended).toMatchObject({ phase: 'cleared', clearing: { price: 200n, volume: 40_000n } })
    // 40 kWh at ¥0.200.
    expect(ended.own).toMatchObject([{ gets: 40_000n, money: 8_000_000n, order: { status: 'Claimed' } }])
    const after = await escrowAccountOf(viewerOf(seller).address)
    expect(after.free - before.free).toBe(8_000_000n)
    expect(await checkLot(viewerOf(seller), wish(seller, 1n, 200n))).toEqual(named('SessionNotOpen'))
  })
})

describe('exported energy', () => {
  const EXPORTED = 2n
  const credit = (start: number) =>
    numberToHex(creditId({ kind: 'Exported', region: 42, start, expiry: 0, storageId: 0 }), { size: 32 })

  it('is sold for the bills of the buyer’s agreement', async () => {
    const { start } = market().periods[0]!
    const { timestamp } = await headOf()
    const opening = {
      region: 42,
      start,
      kind: 'Exported',
      lockAt: timestamp + LONG,
      closeAt: timestamp + LONG,
    } as const
    await market().send(demoAccount(DEMO_INDEX.exchange), openSessionCall(market().deployment.contracts, opening))
    await mintExport(market(), demoConsumer(seller), start, 5_000n)
    await follow()
    const { session, now } = (await surplusSessionView(viewerOf(seller), EXPORTED))!
    const trader = await surplusTrader(viewerOf(seller), session, now)
    expect(trader.credits).toMatchObject([{ kind: 'Exported', energy: 5_000n }])

    const lot = { ...wish(seller, 5n, 100n, EXPORTED), subject: credit(start) }
    expect(await checkLot(viewerOf(seller), { ...lot, energy: wh(5_001n) })).toEqual(named('CreditsShort'))
    const later = { ...lot, subject: credit(market().periods[1]!.start) }
    expect(await checkLot(viewerOf(seller), later)).toEqual(named('SubjectInvalid'))
    valueOf(await listLot(viewerOf(seller), await signed('Lot', seller, lot)))
    await follow()

    const bid = wish(buyer, 3n, 300n, EXPORTED)
    expect(await checkBid(viewerOf(buyer), { ...bid, subject: agreements[seller]! })).toEqual(named('AgreementUnknown'))
    valueOf(await placeBid(viewerOf(buyer), await signed('Bid', buyer, bid)))
    await follow()
    await market().moveTo(opening.closeAt)
    await follow()
    await clearSessions(opening.closeAt)
    await follow()
    await claimSessions()
    await follow()
    // 3 of 5 kWh are wanted: lots share, at the reserve. 3,000 Wh at 100 are ¥0.30.
    const ended = (await surplusSessionView(viewerOf(seller), EXPORTED))!
    expect(ended.own).toMatchObject([{ gets: 3_000n, money: 300_000n, order: { status: 'Claimed' } }])
    expect(await asViewer(viewerOf(buyer), (tx) => dueOf(tx, agreements[buyer]!))).toBe(3_000n)
  })
})
