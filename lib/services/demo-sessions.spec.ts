/** The demo's sessions and those who trade in them, on a real chain and a real database. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { asWorker } from '@/lib/db/client'
import { feedInPrice } from '@/lib/db/read/credits'
import { followedTime } from '@/lib/db/read/sessions-due'
import { ownOrders, surplusSessions } from '@/lib/db/read/surplus-sessions'
import { withDatabase } from '@/lib/db/testing/database'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { openDemoSessions } from './open-demo-sessions'
import { addressOf, withMarket } from './testing/market'
import { follow, signSupply } from './testing/supply'
import { mintExport, REGION } from './testing/surplus'
import { surplusOf } from './testing/surplus-market'
import { tradeInDemo } from './trade-in-demo'

withDatabase()
const { market } = withMarket()
const [buyer, seller] = [demoConsumer(0), demoConsumer(2)]
const traders = { buyers: [buyer], sellers: [seller] }
const MINUTE_S = 60

beforeAll(prepareJobs)
afterAll(stopSender)

async function followed(): Promise<number> {
  await followOnce()
  return (await followedTime())!
}

const open = () => asWorker((tx) => surplusSessions(tx, { status: 'Open' }, 9))

it('keeps one short session open, and one of contracted energy, and copies the feed-in price', async () => {
  const [first, second] = market().periods
  await signSupply(market(), 0)
  await market().moveTo(first!.end + MINUTE_S)
  await surplusOf(market()).publishFeedIn(REGION, first!.start, 250_000n)
  const now = await followed()
  expect(await openDemoSessions(now)).toBe(2)
  const later = await followed()
  expect(await openDemoSessions(later)).toBe(0)
  expect(await open()).toMatchObject([
    { kind: 'Contracted', start: second!.start, closeAt: now + 60 * MINUTE_S, lockAt: now + 55 * MINUTE_S },
    { kind: 'Exported', start: first!.start, closeAt: now + 10 * MINUTE_S, lockAt: now + 9 * MINUTE_S },
  ])
  const price = await asWorker((tx) => feedInPrice(tx, REGION, second!.start))
  expect(price).toMatchObject({ price: 250_000n })
  await market().moveTo(now + 10 * MINUTE_S)
  expect(await openDemoSessions(await followed())).toBe(1)
})

it('lets demo members place what was planned, each in its turn and once', async () => {
  const start = market().periods[0]!.start
  await mintExport(market(), seller, start, 100_000n)
  await followed()
  const session = (await open()).find(({ kind, closeAt, lots }) => kind === 'Exported' && lots === 0 && closeAt > 0)!
  await market().moveTo(session.lockAt - 2)
  let queued = 0
  for (let turn = 0; turn < 4; turn++) {
    queued += await tradeInDemo(await followed(), traders)
    await follow()
  }
  expect(queued).toBe(3)
  const orders = await asWorker((tx) => ownOrders(tx, { sessionId: session.id }))
  expect(orders.filter(({ side }) => side === 'Bid').map(({ account }) => account)).toEqual(
    Array(2).fill(addressOf(buyer)),
  )
  const [lot] = orders.filter(({ side }) => side === 'Lot')
  // A few hundredths of what is held.
  expect(lot).toMatchObject({ account: addressOf(seller) })
  expect(lot!.energy >= 2_000n && lot!.energy <= 6_000n).toBe(true)
})
