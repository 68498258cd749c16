/** What becomes of true reads and revisions that are refused, and of a read that is a moment early. A real chain and database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { headOf } from '@/lib/chain/logs'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { getRelay } from '@/lib/db/read/relays'
import { withDatabase } from '@/lib/db/testing/database'
import type { Read } from '@/lib/domain/metering/read'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { recordRead } from './record-read'
import { reviseBills } from './revise-bills'
import { addressOf, readOf, withMarket } from './testing/market'
import { follow, handIn, signSupply, valueOf, viewerOf, work } from './testing/supply'

withDatabase()
const { market } = withMarket()

const [MILL, OTHER] = [0, 1]
const mill = viewerOf(MILL)
const retailer = { address: addressOf(demoRetailer(0)) }
const relayer = { address: addressOf(demoAccount(DEMO_INDEX.relayer)) }
const hand = (month: number, counted: bigint, quality?: Read['quality']) =>
  handIn(market(), { position: MILL, month, counted, quality })
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const totals = async () => (await billsOfConsumer(mill)).reverse().map(({ total }) => total)

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  await signSupply(market(), MILL)
  await market().moveTo(market().periods[0]!.start + 60)
  valueOf(await hand(0, 0n))
  await follow()
  await market().moveTo(market().periods[0]!.end + 60)
  valueOf(await hand(1, 200_000n, 'Estimated'))
  await work(market())
  await market().moveTo(market().periods[1]!.end + 60)
  valueOf(await hand(2, 300_000n, 'Estimated'))
  await work(market())
}, 120_000)
afterAll(stopSender)

describe('a revision that is refused', () => {
  it('is seen by those it concerns, with its reason, and leaves the bill as it is', async () => {
    // 1,000 kWh, and 500 kWh: 263.15 and the penalty for 450 kWh.
    expect(await totals()).toEqual([526_300_000n, 272_150_000n])
    // The meter was further at the end of January than the estimate for the end of February.
    valueOf(await hand(1, 350_000n))
    await work(market())
    const [january, february] = await totals()
    // 1,750 kWh: 1,050 at 0.5263 and 700 at 0.7170746.
    expect([january, february]).toEqual([1_054_567_220n, 272_150_000n])
    const [bill] = await billsOfConsumer(mill)
    const refused = { subject: bill!.id, start: market().periods[1]!.start, reasonName: 'ReadBackwards' }
    expect(await refusedRunsOf(mill, 'revision')).toMatchObject([refused])
    expect(await refusedRunsOf(retailer, 'revision')).toMatchObject([refused])
    expect(await refusedRunsOf(viewerOf(OTHER), 'revision')).toEqual([])
    expect(bill).toMatchObject({ estimated: true, revisedAt: null })
  })

  it('rests a minute before it is tried again, and is made when the read that was missing comes', async () => {
    const triedAt = async () => (await refusedRunsOf(mill, 'revision'))[0]!.at
    const before = await triedAt()
    await reviseBills(before + 59)
    expect(await triedAt()).toBe(before)
    await reviseBills(before + 61)
    expect(await triedAt()).toBe(before + 61)
    valueOf(await hand(2, 550_000n))
    await work(market())
    expect(await totals()).toEqual([1_054_567_220n, 526_300_000n])
    expect(await refusedRunsOf(mill, 'revision')).toEqual([])
  })
})

describe('a true read', () => {
  it('that can never be taken is refused by name where it was handed in', async () => {
    await market().moveTo(market().periods[2]!.end + 60)
    valueOf(await hand(3, 700_000n, 'Estimated'))
    const [first, second] = [valueOf(await hand(3, 750_000n)), valueOf(await handLate(3, 760_000n))]
    await work(market())
    // All waited for the settlement, which took the later true one, 1,050 kWh; the estimate and the other read have nothing to replace.
    const fates = await Promise.all([first, second].map((id) => getRelay(relayer, id)))
    expect(fates).toMatchObject([
      { status: 'refused', refusal: { name: 'ReadAlreadyCorrected' } },
      { status: 'followed', refusal: null },
    ])
    expect((await totals())[2]).toBe(552_615_000n)
  })
})

/** Another measured read of the same instant, with a later number. */
async function handLate(month: number, counted: bigint) {
  const { id, key } = market().meters[MILL]!
  const read = { ...readOf(id, { time: market().periods[month - 1]!.end, sequence: 99, each: 1_000n + counted }) }
  return recordRead({ read, signature: await key.sign(read) })
}

describe('a read of this very second', () => {
  let sequence = 5
  const early = async (seconds: number) => {
    const { id, key } = market().meters[OTHER]!
    const { timestamp } = await headOf()
    const read = readOf(id, { time: timestamp + seconds, sequence: ++sequence, each: 2_000n })
    return { read, signature: await key.sign(read) }
  }

  it('waits for the block that makes it past', async () => {
    const signed = await early(3)
    const block = new Promise((done) => setTimeout(done, 500)).then(() => market().moveTo(signed.read.time))
    expect(await recordRead(signed)).toMatchObject({ ok: true })
    await block
    await follow()
  })

  it('is refused by name if no block comes in time, and at once if it is further ahead', async () => {
    const begun = Date.now()
    expect(await recordRead(await early(60))).toEqual(named('ReadFromFuture'))
    expect(Date.now() - begun).toBeLessThan(2_000)
    expect(await recordRead(await early(4))).toEqual(named('ReadFromFuture'))
    expect(Date.now() - begun).toBeGreaterThanOrEqual(5_000)
  })
})
