/** Credits on a real chain, followed into a real database: rows equal contracts at each step (P9, P11), and who sees what. */
import { beforeAll, describe, expect, it } from 'vitest'
import { creditId } from '@/lib/chain/coding/credit'
import { demoAccount, demoConsumer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { asViewer } from '@/lib/db/client'
import { creditFates, creditMovements, feedInPrice, heldCredits, ownFates, storageOffers } from '@/lib/db/read/credits'
import { accountOf, owedBy } from '@/lib/db/read/escrow'
import { withDatabase } from '@/lib/db/testing/database'
import { followOnce } from './follow/follow'
import { projections } from './follow/projections.sample'
import { addressOf, withMarket } from './testing/market'
import { surplusOf } from './testing/surplus-market'
import { handleAllTwice, heldOf, moneyOf, movesOf, step, viewerOf } from './testing/surplus-views'

const database = withDatabase()
const { market } = withMarket()

const [roof, barn, mill] = [demoConsumer(0), demoConsumer(1), demoConsumer(2)]
const [grid, station, storage] = [
  demoAccount(DEMO_INDEX.grid),
  demoAccount(DEMO_INDEX.chargingPoint),
  demoAccount(DEMO_INDEX.storage),
]
const REGION = 42
const HOUR = 3_600
const surplus = () => surplusOf(market())
const january = () => market().periods[0]!.start
const exportedId = () => creditId({ kind: 'Exported', region: REGION, start: january(), expiry: 0, storageId: 0 })

beforeAll(async () => {
  await market().moveTo(market().periods[0]!.end + 60)
  await surplus().fund(grid, 300_000n)
  await surplus().mint(roof, { region: REGION, start: january(), energy: 10_000n })
  await surplus().mint(barn, { region: REGION, start: january(), energy: 6_000n })
  await followOnce()
})

describe('fates of exported energy', () => {
  it('store energy, at a loss', async () => {
    await step(surplus().offerStorage({ efficiency: 9_000n, lifetime: 30 * 24 * HOUR, capacity: 50_000n }))
    await step(surplus().store(roof, exportedId(), { storageId: 1, energy: 2_001n }))
    const [offer] = await asViewer(null, storageOffers)
    const terms = { id: 1, operator: addressOf(storage), efficiency: 9_000n, capacity: 50_000n, closed: false }
    expect(offer).toMatchObject({ ...terms, left: 47_999n })
    // 1,800.9 Wh, rounded down.
    expect(await heldOf(roof)).toEqual(['Exported 7999', 'Stored 1800'])
    const [kept, stored] = await asViewer(viewerOf(roof), (tx) => creditMovements(tx, 2))
    expect(stored).toMatchObject({ what: 'Stored', energy: 2_001n, counterparty: addressOf(storage) })
    expect(kept).toMatchObject({ what: 'Kept', kind: 'Stored', storageId: 1, counterparty: addressOf(storage) })
  })

  it('return it at the published price; what the grid company cannot pay it owes', async () => {
    await step(surplus().publishFeedIn(REGION, january(), 250_000n))
    expect(await asViewer(null, (tx) => feedInPrice(tx, REGION, january()))).toEqual({
      payer: addressOf(grid),
      price: 250_000n,
    })
    await step(surplus().returnToGrid(roof, exportedId(), 1_500n))
    expect(await accountOf(viewerOf(roof))).toEqual({ free: 300_000n, locked: 0n })
    expect(await owedBy(viewerOf(grid))).toMatchObject([{ creditor: addressOf(roof), open: 75_000n }])
    expect(await moneyOf(grid)).toEqual(['deposit 300000 0', 'feedIn 75000 0', 'feedIn -375000 0'])
    expect(await moneyOf(roof)).toEqual(['feedIn 300000 0'])
    await step(surplus().fund(grid, 100_000n))
    expect(await accountOf(viewerOf(roof))).toEqual({ free: 375_000n, locked: 0n })
    expect((await movesOf(roof)).at(-1)).toBe('Returned 1500 for 375000')
  })

  it('redeem it at a charging point, which can use it', async () => {
    const [kept] = (await asViewer(viewerOf(roof), heldCredits)).filter(({ kind }) => kind === 'Stored')
    await step(surplus().redeem(roof, kept!.creditId, { most: 1_000n, energy: 700n }))
    expect(await heldOf(roof)).toEqual(['Exported 6499', 'Stored 1100'])
    expect(await heldOf(station)).toEqual(['Usable 700'])
    const [received] = await asViewer(viewerOf(station), (tx) => creditMovements(tx, 1))
    expect(received).toMatchObject({ what: 'Received', energy: 700n, counterparty: addressOf(roof), amount: null })
  })

  it('and a gift is none', async () => {
    await step(surplus().give(roof, barn, exportedId(), 499n))
    expect(await heldOf(barn)).toEqual(['Exported 6499'])
    expect((await movesOf(barn)).at(-1)).toBe('Received 499')
    expect((await movesOf(roof)).at(-1)).toBe('Given 499')
  })

  it('P9: add up to what was exported, of each owner and in all', async () => {
    const [own] = await asViewer(viewerOf(roof), ownFates)
    expect(own).toEqual({
      start: january(),
      region: REGION,
      exported: 10_000n,
      held: 6_000n,
      listed: 0n,
      sold: 0n,
      stored: 2_001n,
      returned: 1_500n,
      redeemed: 0n,
      received: 0n,
      given: 499n,
    })
    expect(await asViewer(null, (tx) => creditFates(tx, exportedId()))).toEqual({
      exported: 16_000n,
      free: 12_499n,
      listed: 0n,
      sold: 0n,
      stored: 2_001n,
      returned: 1_500n,
      redeemed: 0n,
      used: 0n,
    })
  })

  it('are seen by their owner only', async () => {
    expect(await asViewer(null, heldCredits)).toEqual([])
    expect(await asViewer(viewerOf(mill), ownFates)).toEqual([])
    expect(await asViewer(viewerOf(grid), (tx) => creditMovements(tx, 100))).toEqual([])
  })

  it('are counted once, however often an event comes', async () => {
    const once = await projections(database)
    await handleAllTwice()
    expect(await projections(database)).toEqual(once)
  })
})
