/**
 * A true read that comes when the contract year on annual basis has closed: the month, the next one and the year's true-up are made
 * again, and the customer's bills are those of its twin on true reads (P3). A real chain and a real database.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoRetailer } from '@/lib/chain/demo-keys'
import { offerId } from '@/lib/chain/ids'
import { publishOfferCall } from '@/lib/chain/intents/calls'
import { getBill } from '@/lib/db/read/bill'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { withDatabase } from '@/lib/db/testing/database'
import { typicalMonth } from '@/lib/domain/offers/determinants'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { microPerKwh } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { withMarket } from './testing/market'
import { follow, handIn, signSupply, valueOf, viewerOf, work } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const [MILL, TWIN] = [0, 1]
const MONTHS = 2
/** Counted by each of the five registers: 900 and 1,150 kWh, of 1,000 contracted a month. */
const TRUE = [0n, 180_000n, 410_000n]

beforeAll(async () => {
  await prepareJobs()
  const plain = market().offer
  const offer = { ...plain, termPeriods: MONTHS, deviation: { ...plain.deviation, ruleBasis: 'Annual' as const } }
  const pricing = { formula: 'Flat', params: { price: microPerKwh(400_000n) } } as const
  const registers = market().meters[0]!.opening.importWh
  const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers }))
  const at = market().deployment.contracts
  await market().send(demoRetailer(0), publishOfferCall(at, { offer, name: 'Steady for a year', examples }))
  await followOnce()
  for (const position of [MILL, TWIN]) await signSupply(market(), position, offerId(offer))
  await market().moveTo(market().periods[0]!.start + 60)
  for (const position of [MILL, TWIN]) await hand(position, 0, 0n)
  await follow()
}, 120_000)
afterAll(stopSender)

async function hand(position: number, month: number, counted: bigint, quality?: 'Estimated'): Promise<void> {
  valueOf(await handIn(market(), { position, month, counted, quality }))
}

const billsOf = async (position: number) => (await billsOfConsumer(viewerOf(position))).reverse()
async function linesOf(position: number, month: number) {
  const bill = (await billsOf(position))[month - 1]!
  const { lines } = (await getBill(viewerOf(position), bill.id))!
  return lines.map(({ kind, amount, quantity }) => `${kind} ${quantity} ${amount}`).sort()
}

describe('a true read after the year has closed', () => {
  it('makes the month, the next one and the true-up again', async () => {
    await market().moveTo(market().periods[0]!.end + 60)
    await hand(MILL, 1, 280_000n, 'Estimated')
    await hand(TWIN, 1, TRUE[1]!)
    await work(market())
    await market().moveTo(market().periods[1]!.end + 60)
    // Its meter went wrong, and was guessed again: 2,300 kWh in the year, 200 above the band.
    await hand(MILL, 2, 460_000n, 'Estimated')
    await hand(TWIN, 2, TRUE[2]!)
    await work(market())
    // 900 kWh at 0.5263, and 200 kWh at 0.7170746 − 0.5263.
    expect((await billsOf(MILL))[1]).toMatchObject({ total: 511_824_920n, excessWh: 200_000n, estimated: true })
    await hand(MILL, 1, TRUE[1]!)
    await work(market())
    await hand(MILL, 2, TRUE[2]!)
    await work(market())
    expect(await refusedRunsOf(viewerOf(MILL), 'revision')).toEqual([])
    // 900 and 1,150 kWh at 0.5263; 2,050 kWh are within the band of 1,900 to 2,100.
    expect((await billsOf(MILL)).map(({ total }) => total)).toEqual([473_670_000n, 605_245_000n])
  })

  it('P3: leaves the bills that the true reads would have given', async () => {
    for (const month of [1, 2]) expect(await linesOf(MILL, month)).toEqual(await linesOf(TWIN, month))
    const [mill, twin] = [await billsOf(MILL), await billsOf(TWIN)]
    expect(mill.map(({ usedWh }) => usedWh)).toEqual(twin.map(({ usedWh }) => usedWh))
    expect(mill.map(({ estimated, excessWh }) => [estimated, excessWh])).toEqual([
      [false, 0n],
      [false, 0n],
    ])
  })

  it('P1, P2, P11: every unit adds up, and no alarm is raised', async () => {
    expect((await reconcile()).checks.filter(({ holds }) => !holds)).toEqual([])
    expect(await database.query('SELECT kind, facts FROM alarm')).toEqual([])
  })
})
