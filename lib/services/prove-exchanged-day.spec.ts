/**
 * Proofs of the days between the last billing read and a meter exchange, which the closing read of the old meter commits to: on a
 * real database and a real chain.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isProven } from '@/lib/chain/coding/check-day'
import type { DayProof } from '@/lib/chain/coding/day-proof'
import { DEMO_INDEX, demoAccount, demoRetailer } from '@/lib/chain/demo-keys'
import { proveLeaf } from '@/lib/chain/interval-tree'
import { meterKeyOf, type MeterKey } from '@/lib/chain/meter-keys'
import { exchangesOf } from '@/lib/db/read/exchanges'
import { meterFacts, storedDays, type MeterFacts } from '@/lib/db/read/settlement-inputs'
import { withDatabase } from '@/lib/db/testing/database'
import { dayBounds, localDateOf } from '@/lib/domain/metering/calendar'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { eraseMetering, previewErasure } from './erase-metering'
import { exchangeMeter } from './exchange-meter'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { storedLeaf } from './interval-leaves'
import { nextRead, simulatedRead } from './meter-simulator'
import { proveDay } from './prove-day'
import { recordRead } from './record-read'
import { findingsOn } from './testing/checked-proof'
import { addressOf, readOf, TIME_ZONE, withMarket } from './testing/market'
import { measure, signOver } from './testing/measured'
import { follow, signSupply, valueOf, viewerOf, work } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const [OWNER, STRANGER] = [viewerOf(0), viewerOf(1)]
const grid = demoAccount(DEMO_INDEX.grid)
const operator = { address: addressOf(grid) }
const retailer = { address: addressOf(demoRetailer(0)) }
const midnight = (day: string) => dayBounds(day, TIME_ZONE).start
const meterAt = (position: number) => market().meters[position]!.id
const prove = (day: string, viewer = OWNER) => proveDay(viewer, meterAt(0), day)
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })

function keyNumbered(number: number): MeterKey {
  const { chainId, contracts: at } = market().deployment
  const place = { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier }
  return meterKeyOf({ kind: 'P-256', secret: `0x${String(number).repeat(64)}` }, place)
}

interface Exchanged {
  closing: Read
  signature: Hex | null
  key: MeterKey
}

/** The next meter shows nothing where it begins. @returns what it shows there. */
async function exchange({ closing, signature, key }: Exchanged): Promise<Read> {
  const { meterId, time, maxDemand } = closing
  const opening = { ...readOf(meterId, { time: time + 60, sequence: 2, each: 0n }), maxDemand }
  const next = { key: key.signer, serial: null, digits: 9, multiplier: 1, capacity: watt(50_000n) }
  await market().moveTo(time + 3_600)
  const { call } = valueOf(await exchangeMeter(operator, { meterId, closing, signature, next, opening }))
  await market().send(grid, call)
  await follow()
  return opening
}

/** What the meter signs at the end of a day, over the days since its last billing read. */
async function closingAt(position: number, time: number) {
  const signed = await simulatedRead((await meterFacts(meterAt(position)))!, time)
  if (!signed) throw new Error('the days are not all there')
  return { closing: signed.read, signature: signed.signature }
}

const treesUnder = (root: Hex) =>
  database.query(`SELECT cardinality(days) AS days FROM interval_tree WHERE interval_root = $1`, [root])

let closed: Read
let opened: Read

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [0, 1]) await signSupply(market(), position)
  const [january] = market().periods
  const from = localDateOf(market().meters[0]!.opening.time, TIME_ZONE)
  for (const position of [0, 1]) {
    await measure({ meterId: meterAt(position), from, to: '2026-02-01', eachWh: 500n, salt: position + 1 })
  }
  await measure({ meterId: meterAt(1), from: '2026-01-06', to: '2026-01-08', eachWh: 300n, quality: 'Substituted' })
  await market().moveTo(january!.start + 60)
  for (const position of [0, 1]) await signOver(meterAt(position), january!.start)
  await work(market())
  const signed = await closingAt(0, midnight('2026-01-13'))
  closed = signed.closing
  opened = await exchange({ ...signed, key: keyNumbered(7) })
}, 180_000)
afterAll(stopSender)

describe('a day between the last billing read and an exchange', () => {
  it('is kept with the closing read and proven by the record of the exchange', async () => {
    expect(await treesUnder(closed.intervalRoot)).toEqual([{ days: 12 }])
    for (const day of ['2026-01-01', '2026-01-05', '2026-01-12']) {
      const { proof, replacedAt } = valueOf(await prove(day))
      expect(replacedAt).toBeNull()
      expect(proof.read).toMatchObject({ time: midnight('2026-01-13'), sequence: closed.sequence })
      expect(proof.day.importWh).toEqual(Array.from({ length: 24 }, (_, hour) => wh(500n + BigInt(hour))))
      expect(isProven(await findingsOn(market(), proof))).toBe(true)
    }
  })

  it('is not proven with one watt-hour more', async () => {
    const { proof } = valueOf(await prove('2026-01-05'))
    const importWh = proof.day.importWh.map((energy, hour) => wh(hour === 5 ? energy + 1n : energy))
    const changed = { ...proof, day: { ...proof.day, importWh } }
    expect(await findingsOn(market(), changed)).toMatchObject({ figures: 'wrong', root: 'right' })
  })

  it('is shown to its operator and its supplier as well, and to nobody else', async () => {
    for (const viewer of [operator, retailer]) expect(await prove('2026-01-05', viewer)).toMatchObject({ ok: true })
    expect(await prove('2026-01-05', STRANGER)).toEqual(named('DayUnknown'))
  })

  it('leaves the days before and after to other reads', async () => {
    expect(valueOf(await prove('2025-12-31')).proof.read.time).toBe(market().periods[0]!.start)
    expect(await prove('2026-01-13')).toEqual(named('DayNotSigned'))
  })

  it('is found later if nothing was found when the exchange was recorded, and as it was signed if it was changed', async () => {
    await database.query(`DELETE FROM interval_tree`)
    await measure({ meterId: meterAt(0), from: '2026-01-05', to: '2026-01-06', eachWh: 900n, salt: 9 })
    const { proof, replacedAt } = valueOf(await prove('2026-01-05'))
    expect(replacedAt).not.toBeNull()
    expect(proof.day.importWh[0]).toBe(500n)
    expect(isProven(await findingsOn(market(), proof))).toBe(true)
  })
})

describe('a closing read that does not say it was measured', () => {
  const proofOf = async (day: string) => valueOf(await proveDay(STRANGER, meterAt(1), day)).proof

  it('proves its days if the meter signed it: the transaction shows that', async () => {
    const signed = await closingAt(1, midnight('2026-01-15'))
    expect(signed.closing.quality).toBe('Substituted')
    await exchange({ ...signed, key: keyNumbered(8) })
    const proof = await proofOf('2026-01-07')
    expect(proof.day.qualities).toContain('Substituted')
    expect(isProven(await findingsOn(market(), proof))).toBe(true)
  })

  it('proves nothing if the operator stated it, whatever root it names', async () => {
    const meter = (await meterFacts(meterAt(1)))!
    const days = await storedDays(meter.id, { from: '2026-01-01', to: '2026-01-17' })
    const lastRead = readOf(meter.id, { time: 0, sequence: 2, each: 0n })
    const own = nextRead({ ...meter, lastRead }, midnight('2026-01-17'), days.slice(-2), TIME_ZONE)
    const { intervalRoot } = nextRead(meter, own.time, days, TIME_ZONE)
    const closing: Read = { ...own, quality: 'Estimated', maxDemand: meter.lastRead.maxDemand, intervalRoot }
    await exchange({ closing, signature: null, key: keyNumbered(9) })
    expect(await treesUnder(intervalRoot)).toEqual([{ days: 16 }])
    expect(await proveDay(STRANGER, meter.id, '2026-01-16')).toEqual(named('DayNotSigned'))
    // A file that somebody makes of the stated read does not pass either.
    const proof = await proofOf('2026-01-07')
    const [stated] = await exchangesOf(operator, meter.id)
    const leaves = days.map((day) => storedLeaf(meter.id, day))
    const forged: DayProof = {
      ...proof,
      txHash: stated!.txHash as Hex,
      read: { meterId: meter.id, time: closing.time, sequence: closing.sequence, intervalRoot },
      proof: proveLeaf(leaves, leaves[6]!),
    }
    expect(await findingsOn(market(), forged)).toMatchObject({
      figures: 'right',
      root: 'right',
      read: 'right',
      signature: 'wrong',
    })
    expect(isProven(await findingsOn(market(), proof))).toBe(true)
  })
})

describe('the first read of the next meter', () => {
  it('proves the days of both meters', async () => {
    const { end } = market().periods[0]!
    const facts: MeterFacts = { ...(await meterFacts(meterAt(0)))!, lastRead: opened }
    const days = await storedDays(meterAt(0), { from: '2026-01-01', to: '2026-02-01' })
    const { intervalRoot } = nextRead(facts, end, days, TIME_ZONE)
    const own = days.filter(({ day }) => day >= '2026-01-13')
    const read = { ...nextRead(facts, end, own, TIME_ZONE), intervalRoot }
    await market().moveTo(end + 60)
    valueOf(await recordRead({ read, signature: await keyNumbered(7).sign(read) }))
    await work(market())
    for (const day of ['2026-01-05', '2026-01-12', '2026-01-13', '2026-01-31']) {
      const { proof, replacedAt } = valueOf(await prove(day))
      expect([proof.read.time, replacedAt]).toEqual([end, null])
      expect(isProven(await findingsOn(market(), proof))).toBe(true)
    }
  })

  it('leaves both trees when the month is erased', async () => {
    await database.query(`DELETE FROM interval_tree`)
    const request = { meterId: meterAt(0), person: OWNER.address }
    const now = midnight('2026-02-20')
    const { spans } = valueOf(await previewErasure(OWNER, request, now))
    valueOf(await eraseMetering(OWNER, { ...request, seen: spans }, now))
    expect(await prove('2026-01-05')).toEqual(named('DayErased'))
    expect(await treesUnder(closed.intervalRoot)).toEqual([{ days: 12 }])
    // December's last days, the closing read and the month.
    expect(await database.query(`SELECT count(*) FROM interval_tree`)).toEqual([{ count: '3' }])
  })
})
