/**
 * A meter is exchanged in the middle of a month under supply: on a real chain and a real database. Its twin's meter stays, counts the
 * same, and pays the same; what is revised afterwards is revised by the meter that measured it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { meterStateHash } from '@/lib/chain/ids'
import { meterKeyOf, type MeterKey } from '@/lib/chain/meter-keys'
import { meterStateOf } from '@/lib/chain/read'
import { getBill } from '@/lib/db/read/bill'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { exchangesOf } from '@/lib/db/read/exchanges'
import { serialsOf } from '@/lib/db/read/meter-devices'
import { getMeter } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { exchangeMeter, type WantedExchange } from './exchange-meter'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { recordRead } from './record-read'
import { addressOf, readOf, withMarket } from './testing/market'
import { follow, handIn, monthRead, signSupply, valueOf, viewerOf, work } from './testing/supply'

withDatabase()
const { market } = withMarket()

const [MILL, TWIN] = [0, 1]
const grid = demoAccount(DEMO_INDEX.grid)
const operator = { address: addressOf(grid) }
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const hand = (position: number, month: number, counted: bigint, quality?: Read['quality']) =>
  handIn(market(), { position, month, counted, quality })
const billsOf = async (position: number) => (await billsOfConsumer(viewerOf(position))).reverse()
const mill = () => market().meters[MILL]!

/** Each register: 1,000 Wh before supply; 150 kWh in months one and two; 60 kWh on the old meter and 40 kWh on the new in month three. */
const [MONTH, OLD, NEW] = [150_000n, 60_000n, 40_000n]
/** The new meter has a transformer of 20 and shows 700 steps when it begins. */
const [RATIO, BEGINS] = [20n, 700n]

const nextKey = (): MeterKey => {
  const { chainId, contracts: at } = market().deployment
  const place = { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier }
  return meterKeyOf({ kind: 'P-256', secret: `0x${'77'.repeat(32)}` }, place)
}

const exchangedAt = () => market().periods[2]!.start + 12 * 86_400
const closingRead = () => readOf(mill().id, { time: exchangedAt(), sequence: 900, each: 1_000n + 2n * MONTH + OLD })

async function wanted(changes: Partial<WantedExchange> = {}): Promise<WantedExchange> {
  const closing = closingRead()
  return {
    meterId: mill().id,
    closing,
    signature: await mill().key.sign(closing),
    next: { key: nextKey().signer, serial: 'NEW 0002', digits: 8, multiplier: Number(RATIO), capacity: watt(50_000n) },
    opening: readOf(mill().id, { time: exchangedAt() + 1_800, sequence: 2, each: BEGINS }),
    ...changes,
  }
}

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [MILL, TWIN]) await signSupply(market(), position)
  await market().moveTo(market().periods[0]!.start + 60)
  for (const position of [MILL, TWIN]) expect(await hand(position, 0, 0n)).toMatchObject({ ok: true })
  await follow()
}, 120_000)
afterAll(stopSender)

describe('a meter under supply', () => {
  it('is not exchanged over the end of a month that only the old meter can sign for', async () => {
    await market().moveTo(exchangedAt() + 7_200)
    expect(await exchangeMeter(operator, await wanted())).toEqual(named('ExchangeAcrossPeriods'))
    // The mill's month one is estimated, too high by 30 kWh in each register.
    expect(await hand(MILL, 1, MONTH + 30_000n, 'Estimated')).toMatchObject({ ok: true })
    expect(await hand(TWIN, 1, MONTH)).toMatchObject({ ok: true })
    await work(market())
    expect(await exchangeMeter(operator, await wanted())).toEqual(named('ExchangeAcrossPeriods'))
    for (const position of [MILL, TWIN]) expect(await hand(position, 2, 2n * MONTH)).toMatchObject({ ok: true })
    await work(market())
  })

  it('is not exchanged by others, nor with what does not fit', async () => {
    expect(await exchangeMeter({ address: addressOf(demoRetailer(0)) }, await wanted())).toEqual(named('NotMember'))
    expect(await exchangeMeter(operator, await wanted({ signature: null }))).toEqual(named('ExchangeUnsigned'))
    const { next } = await wanted()
    expect(await exchangeMeter(operator, await wanted({ next: { ...next, key: mill().key.signer } }))).toEqual(
      named('ExchangeKeyKept'),
    )
    expect(await exchangeMeter(operator, await wanted({ next: { ...next, multiplier: 7 } }))).toEqual(
      named('ExchangeUneven'),
    )
    const early = readOf(mill().id, { time: exchangedAt() - 1, sequence: 2, each: BEGINS })
    expect(await exchangeMeter(operator, await wanted({ opening: early }))).toEqual(named('ExchangeOutOfOrder'))
  })

  it('is exchanged: what was carried is what the chain keeps', async () => {
    const { call, carried } = valueOf(await exchangeMeter(operator, await wanted()))
    // Nothing is there before it is on the chain.
    expect((await getMeter(operator, mill().id))!.serial).toBeNull()
    // 60,000 Wh are 3,000 steps of the new meter: 700 turned back by 3,000 over a dial of eight digits.
    expect(carried.importWh).toEqual(registerValues([1, 2, 3, 4, 5].map(() => wh(99_997_700n))))
    await market().send(grid, call)
    await follow()
    const meter = (await getMeter(operator, mill().id))!
    expect(meter).toMatchObject({ digits: 8, multiplier: 20, signer: nextKey().signer, lastRead: carried })
    expect(meter.serial).toBe('NEW 0002')
    expect((await getMeter(viewerOf(MILL), mill().id))!.serial).toBe('NEW 0002')
    expect(await getMeter(viewerOf(TWIN), mill().id)).toBeNull()
    expect([...(await serialsOf(viewerOf(MILL), mill().id))]).toEqual([[exchangedAt() + 1_800, 'NEW 0002']])
    expect(await serialsOf(viewerOf(TWIN), mill().id)).toEqual(new Map())
    expect(await meterStateOf(mill().id)).toBe(meterStateHash(meter, meter.lastRead))
    const [exchange] = await exchangesOf(operator, mill().id)
    expect(exchange).toMatchObject({
      former: { digits: 9, multiplier: 1, signer: mill().key.signer },
      closing: closingRead(),
      opening: { sequence: 2, intervalRoot: ZERO_HASH },
    })
  })

  it('bills both meters in one month: the same energy and money as the twin’s', async () => {
    const { end } = market().periods[2]!
    await market().moveTo(end + 60)
    const old = monthRead(market(), { position: MILL, month: 3, counted: 2n * MONTH + OLD + NEW })
    expect(await recordRead({ read: old, signature: await mill().key.sign(old) })).toMatchObject({ ok: false })
    const read = readOf(mill().id, { time: end, sequence: 3, each: BEGINS + NEW / RATIO })
    valueOf(await recordRead({ read, signature: await nextKey().sign(read) }))
    expect(await hand(TWIN, 3, 2n * MONTH + OLD + NEW)).toMatchObject({ ok: true })
    await work(market())
    const [[, , bill], [, , twin]] = [await billsOf(MILL), await billsOf(TWIN)]
    expect(bill!.usedWh).toEqual(registerValues([1, 2, 3, 4, 5].map(() => wh(OLD + NEW))))
    expect([bill!.total, bill!.estimated]).toEqual([twin!.total, false])
    const detail = (await getBill(viewerOf(MILL), bill!.id))!
    expect(detail.multiplier).toBe(20)
    expect(detail.exchanges).toMatchObject([{ closing: { sequence: 900 }, opening: { sequence: 2 } }])
    const before = (await getBill(viewerOf(MILL), (await billsOf(MILL))[0]!.id))!
    expect([before.multiplier, before.exchanges]).toEqual([1, []])
  })

  it('takes the old meter’s true read of month one after it was taken down, and revises its bills by its facts', async () => {
    expect((await billsOf(MILL)).map(({ estimated }) => estimated)).toEqual([true, true, false])
    expect(await hand(MILL, 1, MONTH)).toMatchObject({ ok: true })
    await work(market())
    expect((await billsOf(MILL)).map(({ estimated }) => estimated)).toEqual([false, false, false])
    const own = monthRead(market(), { position: MILL, month: 2, counted: 2n * MONTH + 1n })
    expect(await recordRead({ read: own, signature: await mill().key.sign(own) })).toMatchObject({ ok: false })
  })

  it('keeps rows and contracts equal, and both twins have paid the same', async () => {
    const [mills, twins] = [await billsOf(MILL), await billsOf(TWIN)]
    const sum = (bills: typeof mills) => bills.reduce((total, bill) => total + bill.total, 0n)
    expect(sum(mills)).toBe(sum(twins))
    expect(await reconcile()).toMatchObject({ holds: true })
    expect(await recordRead({ read: (await wanted()).opening, signature: '0x00' })).toMatchObject({ ok: false })
  })
})
