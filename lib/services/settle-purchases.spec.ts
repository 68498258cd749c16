/** A direct purchase whose meters' reads come in through the service, on a real chain and a real database. */
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meterFactsWord, readToWords } from '@/lib/chain/coding/metering'
import { circuitBreakerAbi, meterRegistryAbi } from '@/lib/chain/contracts'
import { demoAccount, demoConsumer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { purchaseId } from '@/lib/chain/ids'
import { depositCall, mintCall, registerMeterCall } from '@/lib/chain/intents/calls'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { purchaseTypedData, signPurchaseCall } from '@/lib/chain/intents/purchase'
import { demoMeterKey, type MeterKey } from '@/lib/chain/meter-keys'
import { admitCall } from '@/lib/chain/power'
import { noncesOf, tokenDomain } from '@/lib/chain/read'
import { purchaseNonceOf } from '@/lib/chain/read-purchases'
import { deliveriesOfBuyer } from '@/lib/db/read/purchases'
import { refusedRunsOf } from '@/lib/db/read/refused-runs'
import { metersFacts } from '@/lib/db/read/settlement-inputs'
import { getRelay } from '@/lib/db/read/relays'
import { withDatabase } from '@/lib/db/testing/database'
import type { Read } from '@/lib/domain/metering/read'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import { ACTIVITIES } from '@/lib/domain/safety/activity'
import { bps, micro, microPerKwh, wh, type Micro } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { reconcile } from './reconcile'
import { recordRead } from './record-read'
import { settlePurchases } from './settle-purchases'
import { addressOf, readOf, withMarket, type TestMeter } from './testing/market'
import { follow, valueOf } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const [generator, grid, consumer] = [demoAccount(9), demoAccount(DEMO_INDEX.grid), demoConsumer(0)]
const relayer = demoAccount(DEMO_INDEX.relayer)
const parties = { generator: addressOf(generator), buyer: addressOf(consumer), grid: addressOf(grid) }
const buyer = { address: parties.buyer }
const DEPOSIT = micro(100_000_000n)
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
let plant: TestMeter
let terms: PurchaseTerms

beforeAll(async () => {
  await prepareJobs()
  const { contracts: at, chainId } = market().deployment
  await market().send(demoAccount(DEMO_INDEX.exchange), admitCall(at, parties.generator, ['Generator']))
  plant = await addPlant()
  await fund(generator, DEPOSIT)
  await fund(consumer, micro(3_000_000_000n))
  terms = await termsOfPurchase()
  const data = purchaseTypedData({ chainId, purchaseBook: at.PurchaseBook }, terms)
  const signatures = {
    generator: await generator.signTypedData(data),
    buyer: await consumer.signTypedData(data),
    grid: await grid.signTypedData(data),
  }
  await market().send(relayer, signPurchaseCall(at, terms, signatures))
  await followOnce()
}, 120_000)
afterAll(stopSender)

async function addPlant(): Promise<TestMeter> {
  const { chainId, contracts: at } = market().deployment
  const id = `0x${'7'.repeat(64)}` as const
  const key = demoMeterKey(id, { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier })
  const opening = readOf(id, { time: market().periods[0]!.start - 15 * 86_400, sequence: 0, each: 1_000n })
  const meter = { ...market().meters[0]!.meter, holder: parties.generator, signer: key.signer }
  await market().send(grid, registerMeterCall(at, id, meter, opening))
  return { id, key, meter, opening }
}

/** Test money, moved into the escrow by permit. */
async function fund(account: typeof consumer, amount: Micro): Promise<void> {
  const { contracts: at } = market().deployment
  const [owner, deadline] = [addressOf(account), market().periods[2]!.end]
  const { permit: nonce } = await noncesOf(owner)
  const permit = { owner, spender: at.Escrow, value: amount, nonce, deadline }
  const signature = await account.signTypedData(permitTypedData(tokenDomain(), permit))
  await market().send(demoAccount(DEMO_INDEX.deployer), mintCall(at, owner, amount))
  await market().send(relayer, depositCall(at, owner, { amount, deadline, signature }))
}

/** 2,000 kWh a month at 0.4. */
async function termsOfPurchase(): Promise<PurchaseTerms> {
  const [january] = market().periods
  return {
    ...parties,
    deliveryMeterId: plant.id,
    useMeterId: market().meters[0]!.id,
    region: 42,
    voltageClass: 2,
    model: 'Integrated',
    start: january!.start,
    periods: 3,
    agreed: Array.from({ length: 12 }, () => wh(2_000_000n)),
    price: microPerKwh(400_000n),
    lower: bps(9_500n),
    deposit: DEPOSIT,
    deviation: market().offer.deviation,
    generatorNonce: await purchaseNonceOf(parties.generator),
    buyerNonce: await purchaseNonceOf(parties.buyer),
    gridNonce: await purchaseNonceOf(parties.grid),
    expiry: january!.start,
  }
}

/** The plant's export and the use of one register since the start, at the end of a month; zero is the start. */
async function hand(
  meter: TestMeter,
  month: number,
  counted: bigint,
  { key, number }: { key: MeterKey; number: number } = { key: meter.key, number: 0 },
) {
  const time = month === 0 ? terms.start : market().periods[month - 1]!.end
  const [sharp, peak, flat, valley, deep] = meter.opening.importWh
  const used = meter === plant ? flat : wh(flat + counted)
  const read: Read = {
    ...meter.opening,
    time,
    sequence: month + 1 + number,
    importWh: [sharp, peak, used, valley, deep],
    exportWh: wh(meter === plant ? counted : 0n),
  }
  return recordRead({ read, signature: await key.sign(read) })
}

describe('the month of a purchase', () => {
  const mill = () => market().meters[0]!
  const settle = async (month: number) => settlePurchases(market().periods[month]!.end + 60)

  it('waits for the reads of both meters', async () => {
    await market().moveTo(terms.start + 60)
    for (const meter of [plant, mill()]) valueOf(await hand(meter, 0, 0n))
    await follow()
    expect(await hand(plant, 1, 2_000_000n)).toEqual(named('ReadFromFuture'))
    await market().moveTo(market().periods[0]!.end + 60)
    const early = { ...readOf(plant.id, { time: market().periods[0]!.end - 9, sequence: 2, each: 1_000n }) }
    expect(await recordRead({ read: early, signature: await plant.key.sign(early) })).toEqual(named('ReadNotInPeriod'))
    const foreign = readOf(plant.id, { time: market().periods[0]!.end, sequence: 2, each: 1_000n })
    expect(await recordRead({ read: foreign, signature: await mill().key.sign(foreign) })).toEqual(
      named('ReadSignatureInvalid'),
    )
    const first = await hand(plant, 1, 2_000_000n)
    expect(await hand(plant, 1, 2_000_000n)).toEqual(first)
    expect(await settle(0)).toBe(0)
    valueOf(await hand(mill(), 1, 2_000_000n))
    expect(await settle(0)).toBe(1)
    expect(await settle(0)).toBe(0) // It is under way.
    await follow()
    // 2,000 kWh at 0.4, and at 0.5263 with the network.
    expect(await deliveriesOfBuyer(buyer)).toMatchObject([{ payment: 800_000_000n, received: 800_000_000n }])
    const bills = await database.query('SELECT total::text, owed::text FROM purchase_bill')
    expect(bills).toEqual([{ total: '1052600000', owed: '0' }])
    expect(await settle(0)).toBe(0)
    const request = { address: addressOf(relayer) }
    expect(await getRelay(request, valueOf(first))).toMatchObject({ status: 'followed', txHash: expect.any(String) })
  })

  it('is not refused, only later, while settling is paused', async () => {
    await market().moveTo(market().periods[1]!.end + 60)
    valueOf(await hand(plant, 2, 3_000_000n))
    const { contracts: at } = market().deployment
    const until = market().periods[1]!.end + 3_600
    const args = [ACTIVITIES.indexOf('Settling'), until, 'trial'] as const
    const data = encodeFunctionData({ abi: circuitBreakerAbi, functionName: 'pause', args })
    await market().send(demoAccount(DEMO_INDEX.guardian), { to: at.CircuitBreaker, data })
    valueOf(await hand(mill(), 2, 4_000_000n))
    expect(await settle(1)).toBe(0)
    expect(await refusedRunsOf(buyer, 'purchase')).toEqual([])
    await market().moveTo(until + 1)
    expect(await settle(1)).toBe(1)
    await follow()
    // 1,000 kWh of 2,000: 900 kWh short at 0.651886 − 0.4.
    expect((await deliveriesOfBuyer(buyer))[1]).toMatchObject({ payment: 400_000_000n, compensation: 226_697_400n })
  })

  it('that is refused is seen by its three parties and nobody else, until it is settled after all', async () => {
    const { contracts: at, chainId } = market().deployment
    await market().moveTo(market().periods[2]!.end + 60)
    for (const meter of [plant, mill()]) valueOf(await hand(meter, 3, 5_000_000n))
    // The plant gets another key before its month is settled: what the old one signed counts no more.
    const place = { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier }
    const key = demoMeterKey(`0x${'8'.repeat(64)}`, place)
    const facts = (await metersFacts([plant.id]))[0]!
    const args = [plant.id, meterFactsWord(plant.meter), readToWords(facts.lastRead), key.signer] as const
    const data = encodeFunctionData({ abi: meterRegistryAbi, functionName: 'rotateSigner', args })
    await market().send(grid, { to: at.MeterRegistry, data })
    await followOnce()
    expect(await settle(2)).toBe(0)
    const refused = [
      { subject: purchaseId(terms), start: market().periods[2]!.start, reasonName: 'ReadSignatureInvalid' },
    ]
    for (const address of Object.values(parties))
      expect(await refusedRunsOf({ address }, 'purchase')).toMatchObject(refused)
    expect(await refusedRunsOf({ address: addressOf(demoConsumer(1)) }, 'purchase')).toEqual([])
    valueOf(await hand(plant, 3, 5_000_000n, { key, number: 1 }))
    expect(await settle(2)).toBe(1)
    await follow()
    expect(await refusedRunsOf(buyer, 'purchase')).toEqual([])
    expect(await deliveriesOfBuyer(buyer)).toHaveLength(3)
  })

  it('P1, P2, P11: every unit adds up, and no alarm is raised', async () => {
    expect((await reconcile()).checks.filter(({ holds }) => !holds)).toEqual([])
    expect(await database.query('SELECT kind FROM alarm')).toEqual([])
  })
})
