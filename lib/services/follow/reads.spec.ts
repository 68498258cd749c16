/** What the read functions return, on a small followed market. */
import { beforeAll, describe, expect, it } from 'vitest'
import { accountOf, movementsOf } from '@/lib/db/read/escrow'
import { agreementsOfConsumer, customersOfRetailer, getAgreement } from '@/lib/db/read/agreements'
import { getBill } from '@/lib/db/read/bill'
import { billsOfConsumer, billsOfRetailer } from '@/lib/db/read/billing'
import { readHealth } from '@/lib/db/read/health'
import { marketFigures } from '@/lib/db/read/market'
import { memberOf, profileOf } from '@/lib/db/read/members'
import { getOffer, listOffers } from '@/lib/db/read/offers'
import { getRelay } from '@/lib/db/read/relays'
import { agreementsDue, skippedOf } from '@/lib/db/read/settlement'
import { latestTariffs, listPeriods } from '@/lib/db/read/tariffs'
import { asViewer, asWorker } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { saveProfile } from '@/lib/db/write/members'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { consumeNonce, issueNonce } from '@/lib/db/write/nonces'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { SampleChain } from './chain.sample'
import { followOnce } from './follow'
import {
  accounts,
  billOf,
  boundaries,
  opened,
  published,
  readAt,
  registered,
  settled,
  sideA,
  sideB,
  signed,
  skipped,
  table,
} from './market.sample'

withDatabase()

const [consumer, retailer, stranger] = [accounts.consumerA, accounts.retailerA, accounts.consumerB].map((address) => ({
  address,
}))
const [, start, end] = boundaries

beforeAll(async () => {
  expect(await readHealth()).toMatchObject({ chainId: null, block: null, alarms: 0, oldestQueuedAt: null })
  const chain = new SampleChain()
  chain.mine([...opened, published(sideA, 'Flat A'), published(sideB, 'Night B'), registered(sideA), registered(sideB)])
  chain.mine([...signed(sideA), ...signed(sideB)])
  chain.mine([...settled(sideA), skipped(sideB)])
  await followOnce(chain)
  await asWorker(async (tx) => {
    await saveProfile(tx, { address: accounts.consumerA, name: 'Ada', kind: 'household', place: 'Wuhan' })
    await saveProfile(tx, { address: accounts.retailerA, name: 'A Power', kind: 'retailer' })
    await saveMeterLabel(tx, { meterId: sideA.meterId, label: 'Home', number: '4711', salt: new Uint8Array(32) })
  })
}, 60_000)

describe('offers', () => {
  it('lists the published ones with price, examples and retailer', async () => {
    const offers = await listOffers()
    expect(offers).toHaveLength(2)
    const [flat] = await listOffers({ formula: 'Flat', customerClass: 'Business', retailer: accounts.retailerA })
    expect(flat).toMatchObject({
      id: sideA.offerId,
      name: 'Flat A',
      retailerName: 'A Power',
      pricing: sideA.pricing,
      status: 'published',
      agreements: 1,
    })
    expect(flat?.offer).toEqual({
      ...sideA.offer,
      retailer: accounts.retailerA.toLowerCase(),
      formula: sideA.offer.formula.toLowerCase(),
    })
    expect(flat?.examples.map(({ charge }) => charge)).toEqual([32_679_950n, 38_447_000n, 44_214_050n])
    expect(await listOffers({ customerClass: 'Household' })).toEqual([])
    expect(await getOffer(sideB.offerId)).toMatchObject({ pricing: sideB.pricing, retailerName: null })
    expect(await getOffer('0x00')).toBeNull()
  })
})

describe('agreements and bills', () => {
  it('shows both sides the agreement, with each other’s name', async () => {
    const [agreement] = await agreementsOfConsumer(consumer!)
    expect(agreement).toMatchObject({
      id: sideA.agreementId,
      consumerName: 'Ada',
      retailerName: 'A Power',
      offerName: 'Flat A',
      meterLabel: 'Home',
      start,
      settledUntil: end,
      periods: 1,
      termPeriods: 12,
      endedAt: null,
      deposit: 4_500_000n,
      status: 'active',
      yearToDate: { usedWh: 100_000n, total: billOf(sideA).total, bills: 1 },
    })
    expect(agreement?.contractedWh).toEqual(Array(12).fill(90_000n))
    expect(await customersOfRetailer(retailer!)).toEqual([agreement])
    expect(await getAgreement(stranger!, sideA.agreementId)).toBeNull()
    expect((await getAgreement(consumer!, sideA.agreementId))?.id).toBe(sideA.agreementId)
  })

  it('shows a bill with the penalty, and everything to recompute it from', async () => {
    const [bill] = await billsOfConsumer(consumer!)
    expect(await billsOfRetailer(retailer!)).toEqual([bill])
    // 90 kWh contracted: the band ends at 94.5 kWh, 100 kWh were used.
    expect(bill).toMatchObject({
      excessWh: 5_500n,
      shortfallWh: 0n,
      contractedWh: 90_000n,
      start,
      end,
      consumerName: 'Ada',
    })
    expect(bill?.penalty).toBe((5_500n * 651_886n * 11_000n) / 10_000_000n)
    const detail = await getBill(consumer!, bill!.id)
    expect(detail).toMatchObject(bill!)
    expect(detail?.lines).toMatchObject(billOf(sideA).lines)
    expect(detail?.lines[0]).toMatchObject({ payeeName: 'A Power' })
    const lower = {
      grid: table.grid.toLowerCase(),
      government: table.government.toLowerCase(),
      subsidyPool: table.subsidyPool.toLowerCase(),
    }
    expect(detail?.table).toEqual({ ...table, ...lower })
    expect(detail).toMatchObject({
      opening: readAt(sideA.meterId, 0),
      closing: readAt(sideA.meterId, 1),
      lastYear: null,
      meterLabel: 'Home',
    })
    expect(await getBill(stranger!, bill!.id)).toBeNull()
  })

  it('shows what could not be settled, and what is due', async () => {
    expect(await skippedOf(stranger!)).toMatchObject([
      { reasonName: 'BillAboveAverage', reasonFacts: { bill: '5' }, start },
    ])
    expect(await skippedOf(consumer!)).toEqual([])
    const due = await agreementsDue(end)
    expect(due.map(({ agreementId }) => agreementId)).toEqual([sideB.agreementId])
    expect(due[0]).toMatchObject({ start, end, lastRead: readAt(sideB.meterId, 0) })
    expect(due[0]?.terms).toEqual({ ...sideB.terms, consumer: sideB.consumer.toLowerCase() })
    expect(await agreementsDue(end - 1)).toEqual([])
  })
})

describe('money', () => {
  it('shows the viewer its account and movements, newest first', async () => {
    const { total } = billOf(sideA)
    expect(await accountOf(consumer!)).toEqual({ free: 995_500_000n - total, locked: 4_500_000n })
    const movements = await movementsOf(consumer!)
    expect(movements.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['bill', -total],
      ['lock', -4_500_000n],
      ['deposit', 1_000_000_000n],
    ])
    expect(await movementsOf(consumer!, 1)).toHaveLength(1)
    expect(await accountOf({ address: accounts.exchange })).toEqual({ free: 0n, locked: 0n })
  })
})

describe('the market', () => {
  it('adds up what is public', async () => {
    expect(await marketFigures()).toEqual({
      offers: 2,
      retailers: 2,
      agreements: 2,
      billsSettled: 1,
      energyWh: 100_000n,
      moneySettled: billOf(sideA).total,
    })
    expect(await listPeriods()).toEqual([
      { start: boundaries[0], end: start },
      { start, end },
    ])
    expect(await latestTariffs()).toHaveLength(1)
    const { grid } = accounts
    expect(await memberOf(grid)).toEqual({ address: grid.toLowerCase(), name: null, roles: ['Grid'], suspended: false })
    expect(await memberOf(accounts.consumerA)).toMatchObject({ name: null, roles: [] })
    expect(await memberOf(accounts.consumerA, retailer)).toMatchObject({ name: 'Ada' })
    expect(await memberOf(accounts.consumerA, stranger)).toMatchObject({ name: null })
    expect(await profileOf(consumer!)).toMatchObject({ name: 'Ada', kind: 'household', place: 'Wuhan' })
    expect(await readHealth()).toMatchObject({ chainId: 31_337n, block: 3n, haltedReason: null, alarms: 0 })
  })
})

describe('sign-in and relays', () => {
  it('uses up a nonce once, and not after its time', async () => {
    const now = Math.floor(Date.now() / 1000)
    await issueNonce({ nonce: 'fresh', expiresAt: now + 60 })
    await issueNonce({ nonce: 'stale', expiresAt: now - 1 })
    expect(await Promise.all([consumeNonce('fresh'), consumeNonce('fresh')]).then((used) => used.sort())).toEqual([
      false,
      true,
    ])
    expect(await consumeNonce('stale')).toBe(false)
    expect(await consumeNonce('unknown')).toBe(false)
  })

  it('shows a relay request to its requester only', async () => {
    const orders = [{ kind: 'withdraw', payload: { amount: 7n } }] as const
    const [id = ''] = await asViewer(consumer!, (tx) => insertRelays(tx, consumer!.address, orders))
    expect(await getRelay(consumer!, id)).toMatchObject({
      id,
      kind: 'withdraw',
      status: 'queued',
      refusal: null,
      txHash: null,
    })
    expect(await getRelay(stranger!, id)).toBeNull()
    expect(await getRelay(consumer!, 'no uuid')).toBeNull()
  })
})
