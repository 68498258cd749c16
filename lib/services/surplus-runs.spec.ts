/** The worker's turns of the surplus market, on a real chain and a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import { clearCall } from '@/lib/chain/intents/surplus'
import { asViewer, asWorker } from '@/lib/db/client'
import { heldCredits } from '@/lib/db/read/credits'
import { accountOf } from '@/lib/db/read/escrow'
import { followedTime } from '@/lib/db/read/sessions-due'
import { surplusWaits } from '@/lib/db/read/surplus-waits'
import { ownOrders, surplusSession } from '@/lib/db/read/surplus-sessions'
import { withDatabase } from '@/lib/db/testing/database'
import { tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { claimSessions } from './claim-sessions'
import { clearSessions } from './clear-sessions'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { addressOf, withMarket } from './testing/market'
import { follow } from './testing/supply'
import { bid, ifWaiting, list, mintExport, openSession, wrongSums } from './testing/surplus'
import { surplusOf } from './testing/surplus-market'
import { voidSessions } from './void-sessions'

const database = withDatabase()
const { market } = withMarket()

const [roof, mill, shop] = [demoConsumer(0), demoConsumer(1), demoConsumer(2)]
const stranger = demoAccount(DEMO_INDEX.grid)
const MONEY = micro(50_000_000n)
const viewer = (account: { address: string }) => ({ address: addressOf(account) })
let start: number
let sessions = 0n

beforeAll(async () => {
  await prepareJobs()
  start = market().periods[0]!.start
  await surplusOf(market()).fund(mill, MONEY)
  await surplusOf(market()).fund(shop, MONEY)
  await mintExport(market(), roof, start, 100_000n)
}, 120_000)
afterAll(stopSender)

async function open(kind: 'Exported' | 'Contracted' = 'Exported', of = start) {
  const closeAt = await openSession(market(), of, kind)
  sessions += 1n
  return { id: sessions, closeAt }
}

const statusOf = async (id: bigint) => (await asWorker((tx) => surplusSession(tx, id)))?.status
const queued = async () =>
  Number((await database.query("SELECT count(*)::int AS n FROM relay_request WHERE status = 'queued'"))[0]!['n'])

/** What the worker knows of the time. */
async function clearNow(atOnce?: number): Promise<number> {
  await followOnce()
  return ifWaiting('closed', (now) => clearSessions(now, atOnce))
}

const claimNow = () => ifWaiting('unclaimed', () => claimSessions())
const voidNow = () => ifWaiting('closed', voidSessions)

/** Until nothing is left to claim. */
async function claimAll(): Promise<void> {
  while ((await claimNow()) > 0) await follow()
}

describe('a session that has closed', () => {
  it('ends at one price, and everybody gets what is theirs', async () => {
    const { id, closeAt } = await open()
    await list(market(), roof, start, { sessionId: id, energy: 1_000n, price: 300n })
    await bid(market(), mill, { sessionId: id, energy: 800n, price: 500n })
    await bid(market(), shop, { sessionId: id, energy: 700n, price: 400n })
    expect(await clearNow()).toBe(0) // It is still open.
    await market().moveTo(closeAt)
    expect(await clearNow()).toBe(1)
    expect(await clearNow()).toBe(0) // It is under way.
    await follow()
    // 1,500 Wh are wanted at 400 and 800 Wh above it: 400 it is, and the shop gets the 200 Wh that are left.
    expect(await asWorker((tx) => surplusSession(tx, id))).toMatchObject({
      status: 'Cleared',
      volume: 1_000n,
      clearing: { price: 400n },
    })
    expect(await claimNow()).toBe(3)
    expect(await claimNow()).toBe(0)
    await follow()
    const nothing = { closed: false, unclaimed: false, due: false, instructed: false }
    expect(await surplusWaits((await followedTime())!)).toEqual(nothing)
    expect(await asViewer(viewer(mill), (tx) => ownOrders(tx))).toMatchObject([{ traded: 800n, amount: 320_000n }])
    expect(await asViewer(viewer(shop), (tx) => ownOrders(tx))).toMatchObject([{ traded: 200n, amount: 80_000n }])
    expect(await accountOf(viewer(roof))).toMatchObject({ free: 400_000n })
    expect(await accountOf(viewer(shop))).toMatchObject({ free: MONEY - 80_000n, locked: 0n })
    expect(await asViewer(viewer(mill), heldCredits)).toMatchObject([{ kind: 'Usable', energy: 800n }])
  })

  it('ends without a trade when nothing was placed, and when no bid reaches a lot', async () => {
    const [empty, apart] = [await open(), await open()]
    await list(market(), roof, start, { sessionId: apart.id, energy: 5n, price: 900n })
    await bid(market(), mill, { sessionId: apart.id, energy: 5n, price: 899n })
    await market().moveTo(apart.closeAt)
    expect(await clearNow()).toBe(2)
    await follow()
    expect(await statusOf(empty.id)).toBe('Untraded')
    expect(await statusOf(apart.id)).toBe('Untraded')
    await claimAll()
    expect(await accountOf(viewer(mill))).toMatchObject({ locked: 0n })
    expect(await asViewer(viewer(roof), heldCredits)).toMatchObject([{ kind: 'Exported', energy: 99_000n }])
  })
})

/** Nine bids of dust and one that counts, and two lots. */
async function crowded() {
  const session = await open()
  const { id: sessionId } = session
  await list(market(), roof, start, { sessionId, energy: 20n, price: 10n })
  await list(market(), roof, start, { sessionId, energy: 20n, price: 16_777_215n })
  for (let dust = 0; dust < 9; dust++)
    await bid(market(), mill, { sessionId, energy: 1n, price: BigInt(dust % 2) * 10n })
  await bid(market(), shop, { sessionId, energy: 15n, price: 20n })
  await market().moveTo(session.closeAt)
  return session
}
const CHUNK = 5

/** @returns the call that is left. */
async function loseAllButTheFirst(): Promise<Hex> {
  await database.query(`DELETE FROM relay_request WHERE status = 'queued'
    AND id <> (SELECT id FROM relay_request WHERE status = 'queued' ORDER BY id LIMIT 1)`)
  const [left] = await database.query("SELECT payload->>'data' AS data FROM relay_request WHERE status = 'queued'")
  return left!['data'] as Hex
}

/** 15 Wh at 20 and 4 Wh of dust at 10 are served by 20 Wh at 10: what is offered sells at 10 but for one Wh. */
async function expectCrowdCleared(id: bigint): Promise<void> {
  expect(await asWorker((tx) => surplusSession(tx, id))).toMatchObject({ status: 'Cleared', volume: 19n })
  await claimAll()
  const orders = await asWorker((tx) => ownOrders(tx, { sessionId: id }))
  expect(orders.every(({ status }) => status === 'Claimed')).toBe(true)
  const sold = orders.filter(({ side }) => side === 'Lot').reduce((sum, { traded }) => sum + traded!, 0n)
  expect(sold).toBe(19n)
}

describe('a session in chunks', () => {
  it('ends with its last chunk', async () => {
    const { id } = await crowded()
    expect(await clearNow(CHUNK)).toBe(1)
    expect(await queued()).toBe(3)
    await follow()
    expect(await queued()).toBe(0)
    await expectCrowdCleared(id)
  })

  it('goes on after a crash that lost what was queued', async () => {
    const { id } = await crowded()
    await clearNow(CHUNK)
    await loseAllButTheFirst()
    await follow()
    expect(await statusOf(id)).toBe('Open')
    expect(await clearNow(CHUNK)).toBe(1)
    await follow()
    await expectCrowdCleared(id)
  })

  it('is not disturbed by others who propose a price, a wrong one or the same', async () => {
    const { id } = await crowded()
    const at = market().deployment.contracts
    await followOnce()
    const none = { volume: wh(0n), lotsShare: false, id: ZERO_HASH, index: 0 }
    const wrong = { ...none, price: tick(20n), offered: wh(15n), shared: wh(15n), remainder: 15n }
    await market().send(stranger, clearCall(at, id, wrong, 5n))
    await clearNow(CHUNK)
    const right = await loseAllButTheFirst()
    await follow()
    await market().send(stranger, { to: at.SurplusMarket, data: right })
    expect(await clearNow(CHUNK)).toBe(1)
    await follow()
    await expectCrowdCleared(id)
  })

  it('is left to whoever was faster', async () => {
    const { id } = await crowded()
    await clearNow(CHUNK)
    const [own] = await database.query("SELECT payload->>'data' AS data FROM relay_request WHERE status = 'queued'")
    const call = { to: market().deployment.contracts.SurplusMarket, data: own!['data'] as Hex }
    for (let chunk = 0; chunk < 3; chunk++) await market().send(stranger, call)
    await follow()
    await expectCrowdCleared(id)
    expect(await clearNow(CHUNK)).toBe(0)
    expect(await database.query("SELECT * FROM refused_run WHERE kind = 'session'")).toEqual([])
  })
})

describe('a session of contracted energy', () => {
  it('is voided when its delivery period is over and nobody has cleared it', async () => {
    const { id, closeAt } = await open('Contracted')
    await market().moveTo(closeAt)
    await followOnce()
    expect(await voidNow()).toBe(0)
    await market().moveTo(market().periods[0]!.end)
    expect(await clearNow()).toBe(0)
    expect(await voidNow()).toBe(1)
    expect(await voidNow()).toBe(0)
    await follow()
    expect(await statusOf(id)).toBe('Voided')
  })
})

describe('the market afterwards', () => {
  it('P1, P9, P11: every unit and every Wh adds up', async () => {
    expect(await wrongSums()).toEqual([])
    expect(await database.query('SELECT kind FROM alarm')).toEqual([])
  })
})
