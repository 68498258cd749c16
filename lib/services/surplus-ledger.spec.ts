/** Sessions on a real chain, followed into a real database: rows equal contracts at each step (P9, P11), and who sees what. */
import { numberToHex } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { creditId } from '@/lib/chain/coding/credit'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { asViewer } from '@/lib/db/client'
import { accountOf } from '@/lib/db/read/escrow'
import { ownOrders, sessionBook, surplusSession, surplusSessions } from '@/lib/db/read/surplus-sessions'
import { withDatabase } from '@/lib/db/testing/database'
import { followOnce } from './follow/follow'
import { projections } from './follow/projections.sample'
import { withMarket } from './testing/market'
import { surplusOf } from './testing/surplus-market'
import { handleAllTwice, heldOf, moneyOf, movesOf, outcomesOf, step, viewerOf } from './testing/surplus-views'

const database = withDatabase()
const { market } = withMarket()

const [roof, barn, mill, shop] = [demoConsumer(0), demoConsumer(1), demoConsumer(2), demoConsumer(3)]
const REGION = 42
const HOUR = 3_600
const surplus = () => surplusOf(market())
const january = () => market().periods[0]!.start
const exportedId = () => creditId({ kind: 'Exported', region: REGION, start: january(), expiry: 0, storageId: 0 })
const later = () => ({ lockAt: market().periods[1]!.end, closeAt: market().periods[1]!.end })
const subject = () => numberToHex(exportedId(), { size: 32 })

beforeAll(async () => {
  await market().moveTo(market().periods[0]!.end + 60)
  await surplus().fund(mill, 10_000_000n)
  await surplus().fund(shop, 10_000_000n)
  await surplus().mint(roof, { region: REGION, start: january(), energy: 10_000n })
  await surplus().mint(barn, { region: REGION, start: january(), energy: 6_000n })
  await followOnce()
})

describe('a session of exported energy', () => {
  it('is seen by everybody, with lots and bids that say nothing of whose they are', async () => {
    const end = market().periods[0]!.end
    const times = { lockAt: end + HOUR, closeAt: end + 2 * HOUR }
    await step(surplus().open({ region: REGION, start: january(), kind: 'Exported', ...times }))
    await step(surplus().list(roof, { session: 1n, energy: 4_000n, price: 300n, subject: subject() }))
    await step(surplus().list(barn, { session: 1n, energy: 3_000n, price: 350n, subject: subject() }))
    await step(surplus().list(barn, { session: 1n, energy: 500n, price: 360n, subject: subject() }))
    await step(surplus().bid(mill, { session: 1n, energy: 5_000n, price: 500n }))
    await step(surplus().bid(shop, { session: 1n, energy: 1_000n, price: 450n }))
    await step(surplus().bid(shop, { session: 1n, energy: 4_000n, price: 400n }))
    const [session] = await asViewer(null, (tx) => surplusSessions(tx, { region: REGION, status: 'Open' }, 10))
    const facts = {
      id: 1n,
      kind: 'Exported',
      start: january(),
      end,
      ...times,
      status: 'Open',
      clearing: null,
      volume: null,
    }
    expect(session).toMatchObject({ ...facts, lots: 3, bids: 3, offered: 7_500n, wanted: 10_000n })
    const book = await asViewer(null, (tx) => sessionBook(tx, 1n))
    expect([...book.lots.ticks]).toEqual([300, 350, 360])
    expect([...book.bids.energies]).toEqual([5_000, 1_000, 4_000])
    expect(await asViewer(null, (tx) => ownOrders(tx))).toEqual([])
    expect(await asViewer(viewerOf(shop), (tx) => ownOrders(tx))).toHaveLength(2)
    expect(await accountOf(viewerOf(shop))).toEqual({ free: 7_950_000n, locked: 2_050_000n })
    expect(await heldOf(barn)).toEqual(['Exported 2500'])
    expect(await asViewer(null, (tx) => surplusSessions(tx, { kind: 'Contracted' }, 10))).toEqual([])
  })

  it('gives back what is withdrawn', async () => {
    await step(surplus().withdraw(barn, { session: 1n, isLot: true, index: 2 }))
    await step(surplus().withdraw(shop, { session: 1n, isLot: false, index: 1 }))
    expect(await asViewer(null, (tx) => surplusSession(tx, 1n))).toMatchObject({
      lots: 3,
      offered: 7_000n,
      wanted: 9_000n,
    })
    const book = await asViewer(null, (tx) => sessionBook(tx, 1n))
    expect([...book.lots.energies]).toEqual([4_000, 3_000, 0])
    expect(await heldOf(barn)).toEqual(['Exported 3000'])
    expect(await accountOf(viewerOf(shop))).toEqual({ free: 8_400_000n, locked: 1_600_000n })
  })

  /** 9,000 Wh are wanted at 400 and 7,000 offered; only 5,000 are wanted above: so the price is 400, and the shop gets 2,000. */
  it('clears at one price, and pays what it says', async () => {
    await market().moveTo(market().periods[0]!.end + 2 * HOUR)
    await step(surplus().clear(1n, 2n))
    expect((await asViewer(null, (tx) => surplusSession(tx, 1n)))?.status).toBe('Open')
    await step(surplus().clear(1n, 4n))
    const cleared = await asViewer(null, (tx) => surplusSession(tx, 1n))
    expect(cleared).toMatchObject({ status: 'Cleared', volume: 7_000n })
    expect(cleared?.clearing).toMatchObject({ price: 400n, volume: 7_000n, offered: 4_000n, shared: 2_000n })
    await step(surplus().claim(1n, { bids: [0], lots: [] }))
    await step(surplus().claim(1n, { bids: [2], lots: [0, 1] }))
    expect(await outcomesOf(mill, 1n)).toEqual([
      { side: 'Bid', index: 0, status: 'Claimed', traded: 5_000n, amount: 2_000_000n },
    ])
    expect(await outcomesOf(shop, 1n)).toEqual([
      { side: 'Bid', index: 2, status: 'Claimed', traded: 2_000n, amount: 800_000n },
      { side: 'Bid', index: 1, status: 'Withdrawn', traded: null, amount: null },
    ])
    expect(await outcomesOf(barn, 1n)).toMatchObject([{ index: 2 }, { index: 1, traded: 3_000n, amount: 1_200_000n }])
    expect(await accountOf(viewerOf(mill))).toEqual({ free: 8_000_000n, locked: 0n })
    expect(await accountOf(viewerOf(shop))).toEqual({ free: 9_200_000n, locked: 0n })
    expect(await accountOf(viewerOf(roof))).toEqual({ free: 1_600_000n, locked: 0n })
    expect(await heldOf(mill)).toEqual(['Usable 5000'])
  })

  it('says in the wallet what money moved for', async () => {
    expect(await moneyOf(mill)).toEqual([
      'deposit 10000000 0',
      'bid -2500000 2500000',
      'bidPaid 0 -2000000',
      'bidBack 500000 -500000',
    ])
    expect((await moneyOf(shop)).slice(1)).toEqual([
      'bid -450000 450000',
      'bid -1600000 1600000',
      'bidBack 450000 -450000',
      'bidPaid 0 -800000',
      'bidBack 800000 -800000',
    ])
    expect(await moneyOf(roof)).toEqual(['sale 1600000 0'])
    expect(await movesOf(barn)).toEqual([
      'Minted 6000',
      'Listed 3000',
      'Listed 500',
      'TakenBack 500',
      'Sold 3000 for 1200000',
    ])
    expect(await movesOf(shop)).toEqual(['Bought 2000 for 800000'])
  })

  it('without trade gives everything back', async () => {
    const end = market().periods[0]!.end
    const times = { lockAt: end + 3 * HOUR, closeAt: end + 4 * HOUR }
    await surplus().open({ region: REGION, start: january(), kind: 'Exported', ...times })
    await surplus().list(roof, { session: 2n, energy: 1_000n, price: 900n, subject: subject() })
    await step(surplus().bid(mill, { session: 2n, energy: 1_000n, price: 100n }))
    await market().moveTo(times.closeAt)
    await step(surplus().clear(2n))
    expect(await asViewer(null, (tx) => surplusSession(tx, 2n))).toMatchObject({ status: 'Untraded', clearing: null })
    await step(surplus().claim(2n, { bids: [0], lots: [0] }))
    expect(await outcomesOf(roof, 2n)).toMatchObject([{ status: 'Claimed', traded: 0n, amount: 0n }])
    expect(await heldOf(roof)).toEqual(['Exported 6000'])
    expect(await accountOf(viewerOf(mill))).toEqual({ free: 8_000_000n, locked: 0n })
  })
})

describe('the follower', () => {
  it('applies every event twice without a second effect', async () => {
    const once = await projections(database)
    await handleAllTwice()
    expect(await projections(database)).toEqual(once)
  })

  it('makes every row again when the chain takes blocks back', async () => {
    const before = await projections(database)
    const snapshot = await market().rpc('evm_snapshot')
    await step(surplus().offerStorage({ efficiency: 8_000n, lifetime: HOUR, capacity: 1_000n }))
    await step(surplus().store(roof, exportedId(), { storageId: 1, energy: 1_000n }))
    await step(surplus().publishFeedIn(REGION, january(), 1n))
    await step(surplus().returnToGrid(barn, exportedId(), 10n))
    await step(surplus().open({ region: REGION, start: january(), kind: 'Exported', ...later() }))
    await step(surplus().list(roof, { session: 3n, energy: 10n, price: 1n, subject: subject() }))
    expect(await projections(database)).not.toEqual(before)
    await market().rpc('evm_revert', snapshot)
    await market().rpc('evm_mine')
    await followOnce()
    await followOnce()
    expect(await projections(database)).toEqual(before)
    await step(surplus().open({ region: REGION, start: january(), kind: 'Exported', ...later() }))
    await step(surplus().list(roof, { session: 3n, energy: 100n, price: 1n, subject: subject() }))
    expect(await heldOf(roof)).toEqual(['Exported 5900'])
  })

  it('raises no alarm', async () => {
    expect(await database.query('SELECT kind FROM alarm')).toEqual([])
  })
})
