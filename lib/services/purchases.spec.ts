/** A direct purchase on a real chain, followed into a real database: P11, P12, and who sees what. */
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoConsumer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { purchaseId } from '@/lib/chain/ids'
import { depositCall, mintCall, registerMeterCall } from '@/lib/chain/intents/calls'
import { permitTypedData } from '@/lib/chain/intents/permit'
import {
  purchaseTypedData,
  recordPurchaseReadCall,
  settlePurchaseCall,
  signPurchaseCall,
} from '@/lib/chain/intents/purchase'
import { demoMeterKey } from '@/lib/chain/meter-keys'
import { admitCall } from '@/lib/chain/power'
import { escrowAccountOf, noncesOf, tokenDomain } from '@/lib/chain/read'
import { purchaseNonceOf, purchaseStateOf } from '@/lib/chain/read-purchases'
import { movementsOf, owedBy } from '@/lib/db/read/escrow'
import { deliveriesOfBuyer, purchasesOfBuyer } from '@/lib/db/read/purchases'
import { withDatabase } from '@/lib/db/testing/database'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import type { Read } from '@/lib/domain/metering/read'
import { bps, micro, microPerKwh, wh, type Micro } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { reconcile } from './reconcile'
import { addressOf, readOf, tableFor, withMarket, type TestMeter } from './testing/market'

const database = withDatabase()
const { market } = withMarket()

const generator = demoAccount(9)
const grid = demoAccount(DEMO_INDEX.grid)
const consumer = demoConsumer(0)
const relayer = demoAccount(DEMO_INDEX.relayer)
const viewer = { address: addressOf(consumer) }
const parties = { generator: addressOf(generator), buyer: addressOf(consumer), grid: addressOf(grid) }
const DEPOSIT = micro(100_000_000n)
let plant: TestMeter
let terms: PurchaseTerms

/** Test money, moved into the escrow by permit. */
async function fund(account: typeof consumer, amount: Micro): Promise<void> {
  const { contracts: at } = market().deployment
  const deadline = market().periods[2]!.end
  const { permit: nonce } = await noncesOf(addressOf(account))
  const permit = { owner: addressOf(account), spender: at.Escrow, value: amount, nonce, deadline }
  const signature = await account.signTypedData(permitTypedData(tokenDomain(), permit))
  await market().send(demoAccount(DEMO_INDEX.deployer), mintCall(at, addressOf(account), amount))
  await market().send(relayer, depositCall(at, addressOf(account), { amount, deadline, signature }))
}

async function addPlant(): Promise<TestMeter> {
  const { chainId, contracts: at } = market().deployment
  const id = `0x${'7'.repeat(64)}` as const
  const key = demoMeterKey(id, { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier })
  const opening = readOf(id, { time: market().periods[0]!.start - 15 * 86_400, sequence: 0, each: 1_000n })
  const meter = { ...market().meters[0]!.meter, holder: addressOf(generator), signer: key.signer }
  await market().send(grid, registerMeterCall(at, id, meter, opening))
  return { id, key, meter, opening }
}

async function nextOf({ key, meter }: TestMeter, opening: Read, change: Partial<Read>) {
  const closing = { ...opening, sequence: opening.sequence + 1, ...change }
  return { meter, opening, closing, signature: await key.sign(closing) }
}

beforeAll(async () => {
  const { chainId, contracts: at } = market().deployment
  const [january] = market().periods
  await market().send(demoAccount(DEMO_INDEX.exchange), admitCall(at, addressOf(generator), ['Generator']))
  plant = await addPlant()
  await fund(generator, DEPOSIT)
  await fund(consumer, micro(1_000_000_000n))
  terms = {
    ...parties,
    deliveryMeterId: plant.id,
    useMeterId: market().meters[0]!.id,
    region: 42,
    voltageClass: 2,
    model: 'Integrated',
    start: january!.start,
    periods: 2,
    agreed: Array.from({ length: 12 }, () => wh(2_000_000n)),
    price: microPerKwh(400_000n),
    lower: bps(9_500n),
    deposit: DEPOSIT,
    deviation: { ...market().offer.deviation, ruleBasis: 'Annual' },
    generatorNonce: await purchaseNonceOf(parties.generator),
    buyerNonce: await purchaseNonceOf(parties.buyer),
    gridNonce: await purchaseNonceOf(parties.grid),
    expiry: january!.start,
  }
  const data = purchaseTypedData({ chainId, purchaseBook: at.PurchaseBook }, terms)
  const signatures = {
    generator: await generator.signTypedData(data),
    buyer: await consumer.signTypedData(data),
    grid: await grid.signTypedData(data),
  }
  await market().send(relayer, signPurchaseCall(at, terms, signatures))
  await settleJanuary()
  await followOnce()
}, 120_000)

/** 1,000 kWh delivered of 2,000 agreed, 2,000 kWh used. */
async function settleJanuary(): Promise<void> {
  const { contracts: at } = market().deployment
  const { start, end } = market().periods[0]!
  const used = market().meters[0]!
  await market().moveTo(end + 60)
  const opened = []
  for (const meter of [plant, used]) {
    const first = await nextOf(meter, meter.opening, { time: start })
    await market().send(relayer, recordPurchaseReadCall(at, first))
    opened.push(first.closing)
  }
  const [delivering, using] = opened as [Read, Read]
  const flat = wh(using.importWh[2] + 2_000_000n)
  const [sharp, peak, , valley, deep] = using.importWh
  const advances = [
    await nextOf(plant, delivering, { time: end, exportWh: wh(1_000_000n) }),
    await nextOf(used, using, { time: end, importWh: [sharp, peak, flat, valley, deep] }),
  ]
  await market().send(relayer, settlePurchaseCall(at, { table: tableFor(start, end), terms, advances }))
}

describe('a direct purchase', () => {
  it('has one name on chain, in TypeScript and in its row', async () => {
    const id = purchaseId(terms)
    expect(await purchaseStateOf(id)).toMatchObject({ periods: 1, ended: false, deposit: DEPOSIT })
    const [row] = await purchasesOfBuyer(viewer)
    expect(row).toMatchObject({ id, terms, periods: 1, settledUntil: market().periods[0]!.end, endedAt: null })
  })

  it('pays for what was delivered, less the compensation', async () => {
    const [row] = await deliveriesOfBuyer(viewer)
    expect(row).toMatchObject({
      payer: parties.grid,
      payment: 400_000_000n,
      short: 900_000n,
      compensation: 226_697_400n,
      setOff: 226_697_400n,
      received: 173_302_600n,
      compensationOwed: 0n,
    })
    expect((await escrowAccountOf(parties.generator)).free).toBe(173_302_600n)
  })

  it('P12: states what the consumer could not pay; the next top-up pays it', async () => {
    // 2,000 kWh at 0.4 and 0.1263: 1,052.6, of which 1,000 was there.
    const debt = { creditor: parties.grid, cause: purchaseId(terms), open: 52_600_000n }
    expect(await owedBy(viewer)).toEqual([expect.objectContaining(debt)])
    await fund(consumer, micro(60_000_000n))
    await followOnce()
    expect(await owedBy(viewer)).toEqual([])
    const paid = (await movementsOf(viewer)).filter(({ kind }) => kind === 'purchase' || kind === 'debt')
    expect(paid.map(({ amount }) => amount).sort()).toEqual([-1_000_000_000n, -52_600_000n])
    expect((await escrowAccountOf(parties.buyer)).free).toBe(7_400_000n)
  })

  it('P1, P2, P11: every unit adds up, and rows equal contracts', async () => {
    const { checks, sums } = await reconcile()
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect(sums.purchased).toBe(1_000_000_000n + 52_600_000n + 173_302_600n)
  })

  it('is seen by its three parties and by nobody else', async () => {
    const stranger = { address: addressOf(demoConsumer(1)) }
    expect(await purchasesOfBuyer(stranger)).toEqual([])
    expect(await owedBy(stranger)).toEqual([])
    expect(await deliveriesOfBuyer(stranger)).toEqual([])
    const rows = await database.query('SELECT count(*)::int AS bills FROM purchase_bill')
    expect(rows).toEqual([{ bills: 1 }])
  })

  it('raises no alarm', async () => {
    expect(await database.query('SELECT kind FROM alarm')).toEqual([])
  })
})
