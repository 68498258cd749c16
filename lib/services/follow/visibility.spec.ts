/** Who sees which row of a followed market. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, asWorker, type Tx, type Viewer } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { saveProfile } from '@/lib/db/write/members'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { SampleChain } from './chain.sample'
import { followOnce } from './follow'
import { handle } from './handlers'
import {
  accounts,
  boundaries,
  contracts,
  opened,
  published,
  registered,
  settled,
  sideA,
  sideB,
  signed,
  skipped,
} from './market.sample'

const database = withDatabase()

const owned = [
  'meter',
  'meter_read',
  'agreement',
  'bill',
  'bill_line',
  'escrow_account',
  'escrow_movement',
  'settlement_skip',
  'profile',
  'meter_label',
  'interval_day',
  'relay_request',
]

const as = (address: string): Viewer => ({ address })

/** How many rows of a table a viewer sees. */
const countIn = (table: string, viewer: Viewer | null) =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM "${table}"`)
    return Number(row?.count)
  })

const seen = async (viewer: Viewer | null) => {
  const counts: Record<string, number> = {}
  for (const table of owned) counts[table] = await countIn(table, viewer)
  return counts
}

beforeAll(async () => {
  const chain = new SampleChain()
  chain.mine([...opened, published(sideA, 'Flat A'), published(sideB, 'Night B'), registered(sideA), registered(sideB)])
  chain.mine([...signed(sideA), ...signed(sideB)])
  chain.mine([...settled(sideA), ...settled(sideB), skipped(sideA)])
  await followOnce(chain)
  await asWorker(async (tx) => {
    await saveProfile(tx, { address: accounts.consumerA, name: 'Ada', kind: 'household' })
    await saveProfile(tx, { address: accounts.consumerB, name: 'Bo', kind: 'household' })
    await saveProfile(tx, { address: accounts.retailerA, name: 'A Power', kind: 'retailer' })
    for (const { meterId } of [sideA, sideB]) await saveDays(tx, meterId)
  })
  await asViewer(as(accounts.consumerA), (tx) =>
    insertRelays(tx, accounts.consumerA, [{ kind: 'deposit', payload: { amount: 5n } }]),
  )
})

async function saveDays(tx: Tx, meterId: string) {
  const salt = new Uint8Array(8)
  await saveMeterLabel(tx, { meterId, label: 'Home', number: '4711', salt })
  const hours = Array.from({ length: 24 }, () => wh(100n))
  const day = { meterId, importWh: hours, exportWh: hours, minutes: 60, quality: 'Measured', salt } as const
  await saveIntervalDays(tx, [
    { ...day, day: '2025-12-31' },
    { ...day, day: '2026-01-01' },
  ])
}

describe('rows by viewer', () => {
  const nothing = Object.fromEntries(owned.map((table) => [table, 0]))

  it('shows an anonymous visitor public tables only', async () => {
    expect(await seen(null)).toEqual(nothing)
    for (const table of ['member', 'market_period', 'tariff_table', 'formula', 'offer', 'public_profile']) {
      expect(await countIn(table, null), table).toBeGreaterThan(0)
    }
  })

  it('shows a stranger no more', async () => {
    expect(await seen(as('0x00000000000000000000000000000000000dead0'))).toEqual(nothing)
  })

  it('shows a consumer its own rows and nobody else’s', async () => {
    expect(await seen(as(accounts.consumerA))).toMatchObject({
      meter: 1,
      meter_read: 2,
      agreement: 1,
      bill: 1,
      escrow_account: 1,
      escrow_movement: 3,
      settlement_skip: 1,
      profile: 1,
      meter_label: 1,
      interval_day: 2,
      relay_request: 1,
    })
    const owners = await asViewer(as(accounts.consumerB), async (tx) => [
      ...(await tx.agreement.findMany()).map(({ consumer }) => consumer),
      ...(await tx.bill.findMany()).map(({ consumer }) => consumer),
      ...(await tx.meter.findMany()).map(({ holder }) => holder),
      ...(await tx.escrowAccount.findMany()).map(({ address }) => address),
    ])
    expect(new Set(owners)).toEqual(new Set([accounts.consumerB.toLowerCase()]))
    expect(await countIn('settlement_skip', as(accounts.consumerB))).toBe(0)
    expect(await countIn('relay_request', as(accounts.consumerB))).toBe(0)
  })

  it('shows a retailer its customers, and their days only under its supply', async () => {
    expect(await seen(as(accounts.retailerA))).toMatchObject({
      agreement: 1,
      bill: 1,
      meter: 1,
      meter_read: 2,
      profile: 1,
    })
    const days = await asViewer(as(accounts.retailerA), (tx) => tx.intervalDay.findMany())
    expect(days.map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2026-01-01'])
    const bills = await asViewer(as(accounts.retailerA), (tx) => tx.bill.findMany())
    expect(bills.map(({ consumer }) => consumer)).toEqual([accounts.consumerA.toLowerCase()])
  })

  it('shows the grid the meters it operates and the bills of its tables', async () => {
    expect(await seen(as(accounts.grid))).toMatchObject({ meter: 2, bill: 2, agreement: 0, escrow_account: 1 })
  })

  it('shows a payee its own lines', async () => {
    const lines = await asViewer(as(accounts.government), (tx) => tx.billLine.findMany())
    expect(lines.map(({ kind }) => kind)).toEqual(['GovernmentFund', 'GovernmentFund'])
    expect(await countIn('bill', as(accounts.government))).toBe(0)
  })

  it('hides everything from the owner of the tables who forgot to take a role', async () => {
    const { Client } = await import('pg')
    const client = new Client({ connectionString: database.url() })
    await client.connect()
    for (const table of owned) {
      expect((await client.query(`SELECT count(*)::int FROM "${table}"`)).rows[0], table).toEqual({ count: 0 })
    }
    await client.end()
  })

  it('shows a retailer that loses a customer nothing of what is measured after the cut, though its last bill is still to come', async () => {
    const salt = new Uint8Array(8)
    const hours = Array.from({ length: 24 }, () => wh(100n))
    const later = { meterId: sideA.meterId, importWh: hours, exportWh: hours, minutes: 60, salt, day: '2026-02-01' }
    await asWorker((tx) => saveIntervalDays(tx, [{ ...later, quality: 'Measured' }]))
    const [, , cutAt] = boundaries
    expect(await countIn('interval_day', as(accounts.retailerA))).toBe(2)
    const place = { txHash: `0x${'d'.repeat(64)}`, logIndex: 0, blockNumber: 9, timestamp: cutAt }
    const args = { agreementId: sideA.agreementId, endsAt: cutAt, exitFee: 0n, successor: ZERO_HASH }
    const fact = { contract: 'AgreementBook', name: 'AgreementCut', args, ...place }
    await asWorker((tx) => handle({ tx, fact, contracts }))
    expect(await countIn('interval_day', as(accounts.retailerA))).toBe(1)
    // The read of that very instant closes its own supply.
    expect(await countIn('meter_read', as(accounts.retailerA))).toBe(2)
    expect(await countIn('interval_day', as(accounts.consumerA))).toBe(3)
  })

  it('shows a new holder nothing of what was measured before it moved in', async () => {
    const [, , moved] = boundaries
    const place = { txHash: `0x${'e'.repeat(64)}`, logIndex: 0, blockNumber: 9, timestamp: moved }
    const args = { meterId: sideB.meterId, holder: '0x00000000000000000000000000000000000000FE' }
    const fact = { contract: 'MeterRegistry', name: 'MeterHolderChanged', args, ...place }
    await asWorker((tx) => handle({ tx, fact, contracts }))
    const next = as(args.holder)
    expect([await countIn('meter', next), await countIn('interval_day', next)]).toEqual([1, 0])
    // The closing read of that very instant is where its own use begins.
    expect(await countIn('meter_read', next)).toBe(1)
    expect(await countIn('bill', next)).toBe(0)
    expect(await countIn('interval_day', as(accounts.consumerB))).toBe(1)
  })

  it('does not keep a viewer for the next query of the same connection', async () => {
    const viewers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => countIn('bill', index % 2 ? as(accounts.consumerA) : null)),
    )
    expect(viewers).toEqual(Array.from({ length: 40 }, (_, index) => index % 2))
  })

  it('lets a viewer ask the relayer only in its own name', async () => {
    const forged = { id: crypto.randomUUID(), requester: accounts.consumerB.toLowerCase(), kind: 'sign', payload: {} }
    await expect(asViewer(as(accounts.consumerA), (tx) => tx.relayRequest.create({ data: forged }))).rejects.toThrow()
    const done = { ...forged, requester: accounts.consumerA.toLowerCase(), status: 'followed' }
    await expect(asViewer(as(accounts.consumerA), (tx) => tx.relayRequest.create({ data: done }))).rejects.toThrow()
    const run = { ...forged, requester: accounts.consumerA.toLowerCase(), kind: 'settle' }
    await expect(asViewer(as(accounts.consumerA), (tx) => tx.relayRequest.create({ data: run }))).rejects.toThrow()
    for (const kind of ['switch', 'end']) {
      const own = { ...forged, id: crypto.randomUUID(), requester: accounts.consumerA.toLowerCase(), kind }
      await asViewer(as(accounts.consumerA), (tx) => tx.relayRequest.create({ data: own }))
    }
    await expect(asViewer(as(accounts.consumerA), (tx) => tx.bill.deleteMany())).rejects.toThrow()
  })
})
