/** Contracted energy that changes hands, on a real chain and in a real database: rows equal contracts at each step (P9, P11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { asViewer, asWorker } from '@/lib/db/client'
import { ownOrders, surplusSession } from '@/lib/db/read/surplus-sessions'
import { accountOf } from '@/lib/db/read/escrow'
import { termsFromRow } from '@/lib/db/stored/terms'
import { withDatabase } from '@/lib/db/testing/database'
import type { Hex } from '@/lib/domain/units/hex'
import { prepareJobs, stopSender } from './jobs'
import { withMarket } from './testing/market'
import { signSupply } from './testing/supply'
import { surplusOf } from './testing/surplus-market'
import { moneyOf, outcomesOf, step, viewerOf } from './testing/surplus-views'

const database = withDatabase()
const { market } = withMarket()

const [mill, shop] = [demoConsumer(0), demoConsumer(1)]
const DAY = 86_400
const surplus = () => surplusOf(market())
const february = () => market().periods[1]!

/** The agreement of a customer, as the market wants to know it. */
async function ofSupply(account: { address: string }) {
  const consumer = viewerOf(account).address
  const row = await asWorker((tx) => tx.agreement.findFirstOrThrow({ where: { consumer } }))
  return { subject: row.id as Hex, agreement: { terms: termsFromRow(row), period: Number(row.settledUntil) } }
}

afterAll(stopSender)
beforeAll(async () => {
  await prepareJobs()
  for (const position of [0, 1]) await signSupply(market(), position)
  await market().moveTo(february().start + DAY)
})

describe('contracted energy', () => {
  it('is listed and wanted under the agreements of both sides', async () => {
    const { start } = february()
    const times = { lockAt: start + 2 * DAY, closeAt: start + 3 * DAY }
    await step(surplus().open({ region: 42, start, kind: 'Contracted', ...times }))
    await step(surplus().list(mill, { session: 1n, energy: 100_000n, price: 200n, ...(await ofSupply(mill)) }))
    await step(surplus().bid(shop, { session: 1n, energy: 60_000n, price: 300n, ...(await ofSupply(shop)) }))
    const [lot] = await asViewer(viewerOf(mill), (tx) => ownOrders(tx, { status: 'Placed' }))
    expect(lot).toMatchObject({ side: 'Lot', energy: 100_000n, subject: (await ofSupply(mill)).subject })
    expect(await asViewer(null, (tx) => surplusSession(tx, 1n))).toMatchObject({ kind: 'Contracted', lots: 1, bids: 1 })
  })

  /** 60,000 Wh are wanted up to 300, and more is offered from 200 on, nothing below: at 200 the lot sells what is wanted. */
  it('changes hands when the session clears', async () => {
    await market().moveTo(february().start + 3 * DAY)
    await step(surplus().clear(1n))
    const session = await asViewer(null, (tx) => surplusSession(tx, 1n))
    expect(session).toMatchObject({ status: 'Cleared', volume: 60_000n, clearing: { price: 200n, lotsShare: true } })
    await step(surplus().claim(1n, { bids: [0], lots: [0] }))
    expect(await outcomesOf(shop, 1n)).toMatchObject([{ status: 'Claimed', traded: 60_000n, amount: 12_000_000n }])
    expect(await outcomesOf(mill, 1n)).toMatchObject([{ status: 'Claimed', traded: 60_000n, amount: 12_000_000n }])
    expect((await moneyOf(mill)).slice(-1)).toEqual(['sale 12000000 0'])
    expect((await moneyOf(shop)).slice(-3)).toEqual([
      'bid -18000000 18000000',
      'bidPaid 0 -12000000',
      'bidBack 6000000 -6000000',
    ])
  })

  it('goes back when its session was not cleared in time', async () => {
    const { start, end } = february()
    const before = await accountOf(viewerOf(shop))
    await step(surplus().open({ region: 42, start, kind: 'Contracted', lockAt: end - DAY, closeAt: end - DAY }))
    await step(surplus().bid(shop, { session: 2n, energy: 1_000n, price: 300n, ...(await ofSupply(shop)) }))
    await step(surplus().list(mill, { session: 2n, energy: 1_000n, price: 300n, ...(await ofSupply(mill)) }))
    await market().moveTo(end + 60)
    await step(surplus().voidSession(2n))
    expect(await asViewer(null, (tx) => surplusSession(tx, 2n))).toMatchObject({ status: 'Voided', volume: null })
    await step(surplus().claim(2n, { bids: [0], lots: [0] }))
    expect(await outcomesOf(shop, 2n)).toMatchObject([{ status: 'Claimed', traded: 0n, amount: 0n }])
    expect(await accountOf(viewerOf(shop))).toEqual(before)
  })

  it('moves no credits', async () => {
    expect(await database.query('SELECT * FROM credit_movement')).toEqual([])
    expect(await asWorker((tx) => ownOrders(tx))).toHaveLength(4)
  })
})

describe('a group of members', () => {
  it('is known to whoever is in it', async () => {
    await step(surplus().setGroup(mill, 7))
    await step(surplus().setGroup(shop, 7))
    await step(surplus().setGroup(shop, 0))
    const rows = await database.query('SELECT number::int FROM member_group ORDER BY number')
    expect(rows).toEqual([{ number: 0 }, { number: 7 }])
    const seen = await asViewer(viewerOf(mill), (tx) => tx.memberGroup.findMany())
    expect(seen).toEqual([{ address: viewerOf(mill).address, number: 7n }])
  })
})
