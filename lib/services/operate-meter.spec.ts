/** What a meter's operator does with it, and which reads count meanwhile: on a real chain and a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoConsumer, demoRetailer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { meterStateHash } from '@/lib/chain/ids'
import type { Call } from '@/lib/chain/intents/calls'
import { meterKeyOf, type MeterKey, type MeterKeyKind } from '@/lib/chain/meter-keys'
import { meterStateOf } from '@/lib/chain/read'
import { getMeter, readsOf } from '@/lib/db/read/metering'
import { metersPage } from '@/lib/db/read/meters-page'
import { withDatabase } from '@/lib/db/testing/database'
import type { Decision } from '@/lib/domain/decision'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import { changeHolder } from './change-holder'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { recordRead } from './record-read'
import { registerMeter, type NewMeter } from './register-meter'
import { revokeKey } from './revoke-key'
import { rotateKey } from './rotate-key'
import { addressOf, readOf, withMarket } from './testing/market'
import { follow, valueOf } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const grid = demoAccount(DEMO_INDEX.grid)
const operator = { address: addressOf(grid) }
const [retailer, consumer] = [{ address: addressOf(demoRetailer(0)) }, { address: addressOf(demoConsumer(0)) }]
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
}, 120_000)
afterAll(stopSender)

const keyOf = (kind: MeterKeyKind, number: number): MeterKey => {
  const { chainId, contracts: at } = market().deployment
  const place = { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier }
  return meterKeyOf({ kind, secret: `0x${number.toString(16).padStart(64, '0')}` }, place)
}

async function send(decision: Decision<Call>): Promise<void> {
  await market().send(grid, valueOf(decision))
  await follow()
}

/** In December: before any supply. */
const openedAt = () => market().periods[0]!.start - 9 * 86_400
const wanted = (number: string, key: MeterKey): NewMeter => ({
  label: `Mill ${number}`,
  number,
  serial: null,
  key: key.signer,
  meter: {
    holder: consumer.address,
    region: 42,
    voltageClass: 2,
    customerClass: 'Business',
    digits: 9,
    multiplier: 1,
    capacity: watt(50_000n),
  },
  opening: readOf('0x00', { time: openedAt(), sequence: 0, each: 1_000n }),
})

async function registered(number: string, key: MeterKey): Promise<Hex> {
  await market().moveTo(Math.max(openedAt(), await headTime()) + 60)
  const { meterId, call } = valueOf(await registerMeter(operator, wanted(number, key)))
  await send({ ok: true, value: call })
  return meterId
}

async function headTime(): Promise<number> {
  const block = (await market().rpc('eth_getBlockByNumber', 'latest', false)) as { timestamp: Hex }
  return Number(block.timestamp)
}

/** A read of this moment, by the chain's clock. */
async function readNow(meterId: Hex, sequence: number, each: bigint): Promise<Read> {
  await market().moveTo((await headTime()) + 3_600)
  return readOf(meterId, { time: await headTime(), sequence, each })
}

const requests = async (meterId: Hex) => {
  const [row] = await database.query(`SELECT count(*)::int FROM relay_request WHERE payload->>'meterId' = $1`, [
    meterId,
  ])
  return row!.count
}

describe('a device', () => {
  it('counts at one supply point at a time', async () => {
    const [here, there] = [keyOf('secp256k1', 31), keyOf('secp256k1', 32)]
    await market().moveTo(Math.max(openedAt(), await headTime()) + 60)
    const serial = '7 ISK 0099'
    const prepared = valueOf(await registerMeter(operator, { ...wanted('M-here', here), serial }))
    // It is there only when the chain says so.
    valueOf(await registerMeter(operator, { ...wanted('M-there', there), serial }))
    await send({ ok: true, value: prepared.call })
    expect((await getMeter(operator, prepared.meterId))?.serial).toBe(serial)
    expect((await getMeter(consumer, prepared.meterId))?.serial).toBe(serial)
    expect(await registerMeter(operator, { ...wanted('M-there', there), serial })).toEqual(named('SerialInUse'))
    expect(await registerMeter(operator, { ...wanted('M-again', there), serial: '7 ISK 0100' })).toMatchObject({
      ok: true,
    })
  })
})

describe('a meter through its life', () => {
  it.each([
    ['secp256k1', 'P-256'],
    ['P-256', 'secp256k1'],
  ] as const)('is registered with a %s key, given a %s key, has it revoked, gets another and is read', async (a, b) => {
    const [first, second, third] = [keyOf(a, 11), keyOf(b, 12), keyOf(a, 13)]
    const number = `M-${a}`
    const meterId = await registered(number, first)
    const meter = (await getMeter(operator, meterId))!
    expect(meter).toMatchObject({ number, label: `Mill ${number}`, signer: first.signer, revokedAt: null })
    expect(meter.lastRead.importWh[0]).toBe(1_000n)
    await send(await rotateKey(operator, { meterId, key: second.signer }))
    const read = await readNow(meterId, 1, 1_500n)
    expect(await recordRead({ read, signature: await first.sign(read) })).toEqual(named('ReadSignatureInvalid'))
    await send(await revokeKey(operator, meterId))
    expect((await getMeter(operator, meterId))!.revokedAt).toBeGreaterThan(0)
    expect(await recordRead({ read, signature: await second.sign(read) })).toEqual(named('MeterKeyRevoked'))
    expect(await revokeKey(operator, meterId)).toEqual(named('MeterKeyRevoked'))
    await send(await rotateKey(operator, { meterId, key: third.signer }))
    valueOf(await recordRead({ read, signature: await third.sign(read) }))
    await follow()
    const now = (await getMeter(operator, meterId))!
    expect(now).toMatchObject({ signer: third.signer, revokedAt: null, lastRead: { importWh: read.importWh } })
    expect(await meterStateOf(meterId)).toBe(meterStateHash(now, now.lastRead))
  })

  it('changes hands, and keeps what was measured before from the new holder', async () => {
    const meterId = await registered('M-moves', keyOf('secp256k1', 21))
    const holder = addressOf(demoConsumer(1))
    expect(await changeHolder(operator, { meterId, holder: consumer.address })).toEqual(named('MeterHolderSame'))
    await send(await changeHolder(operator, { meterId, holder }))
    expect((await getMeter(operator, meterId))!.holder).toBe(holder)
    expect(await readsOf({ address: holder }, meterId)).toEqual([])
  })

  it('is found by number, label and id, a page at a time', async () => {
    const found = await metersPage(operator, { search: 'm-moves mill', page: 0, size: 10 })
    expect(found.meters.map(({ number }) => number)).toEqual(['M-moves'])
    const all = await metersPage(operator, { search: '', page: 0, size: 2 })
    expect([all.meters.length, all.count]).toEqual([2, 6])
    expect((await metersPage(operator, { search: '', page: 2, size: 2 })).meters).toHaveLength(2)
    expect((await metersPage(operator, { search: '%', page: 0, size: 2 })).count).toBe(0)
    expect((await metersPage(retailer, { search: '', page: 0, size: 2 })).count).toBe(0)
  })
})

describe('who may not', () => {
  it('is told by name, whatever it asks for', async () => {
    const { id } = market().meters[0]!
    const key = keyOf('P-256', 31).signer
    for (const viewer of [retailer, consumer]) {
      expect(await registerMeter(viewer, wanted('M-foreign', keyOf('P-256', 31)))).toEqual(named('NotMember'))
      expect(await rotateKey(viewer, { meterId: id, key })).toEqual(named('NotMember'))
      expect(await revokeKey(viewer, id)).toEqual(named('NotMember'))
      expect(await changeHolder(viewer, { meterId: id, holder: viewer.address })).toEqual(named('NotMember'))
    }
  })

  it('and what cannot be: no such meter, no key, a number that is taken', async () => {
    const none = `0x${'9'.repeat(64)}` as Hex
    expect(await revokeKey(operator, none)).toEqual(named('MeterUnknown'))
    const { id } = market().meters[0]!
    expect(await rotateKey(operator, { meterId: id, key: `0x${'00'.repeat(64)}` })).toEqual(named('MeterKeyInvalid'))
    expect(await registerMeter(operator, wanted('M-moves', keyOf('P-256', 32)))).toEqual(
      named('MeterAlreadyRegistered'),
    )
    const bad = {
      ...wanted('M-bad', keyOf('P-256', 33)),
      meter: { ...wanted('', keyOf('P-256', 33)).meter, digits: 19 },
    }
    expect(await registerMeter(operator, bad)).toEqual(named('MeterInvalid'))
  })
})

describe('a read that is handed in again', () => {
  it('is one request, however often and by however many at once', async () => {
    const key = keyOf('P-256', 41)
    const meterId = await registered('M-again', key)
    const read = await readNow(meterId, 1, 1_700n)
    const signed = { read, signature: await key.sign(read) }
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => recordRead(signed)))
    // One is the request; a few may be told that it is under way.
    const ids = new Set(atOnce.flatMap((decision) => (decision.ok ? [decision.value] : [])))
    expect(ids.size).toBe(1)
    expect(await requests(meterId)).toBe(1)
    await follow()
    for (let again = 0; again < 200; again++) expect(valueOf(await recordRead(signed))).toBe([...ids][0])
    await follow()
    expect(await requests(meterId)).toBe(1)
    const reads = await readsOf(operator, meterId)
    expect(reads.map(({ sequence }) => sequence)).toEqual([1, 0])
    // The opening was recorded by registration, which no request did.
    const opening = { ...reads[1]!, txHash: undefined } as unknown as Read
    expect(await recordRead({ read: opening, signature: '0x00' })).toEqual(named('ReadAlreadyRecorded'))
  })

  it('and everything that is not the next read is refused by name', async () => {
    const key = keyOf('secp256k1', 51)
    const meterId = await registered('M-named', key)
    const first = await readNow(meterId, 5, 1_700n)
    valueOf(await recordRead({ read: first, signature: await key.sign(first) }))
    await follow()
    const good = await readNow(meterId, 6, 1_800n)
    const other = market().meters[1]!
    const wrong: [string, Read, MeterKey][] = [
      ['ReadReplayed', { ...good, sequence: 5 }, key],
      ['ReadNotNewer', { ...good, time: first.time }, key],
      ['ReadBackwards', readOf(meterId, { ...good, each: 1_699n }), key],
      // 50 kW carry 50 kWh in an hour, over all registers.
      ['ReadTooFast', readOf(meterId, { ...good, each: 1_700n + 10_001n }), key],
      ['ReadTooWide', readOf(meterId, { ...good, each: 1_000_000_000n }), key],
      ['ReadSignatureInvalid', good, keyOf('secp256k1', 52)],
      ['ReadSignatureInvalid', good, other.key],
      ['ReadFromFuture', { ...good, time: good.time + 86_400 }, key],
      ['MeterUnknown', { ...good, meterId: `0x${'9'.repeat(64)}` }, key],
    ]
    for (const [name, read, signer] of wrong) {
      expect(await recordRead({ read, signature: await signer.sign(read) }), name).toEqual(named(name))
    }
    // Another meter's good read, under this meter's name.
    const signature = await other.key.sign({ ...good, meterId: other.id })
    expect(await recordRead({ read: good, signature })).toEqual(named('ReadSignatureInvalid'))
    const late = { read: good, signature: await key.sign(good) }
    await market().moveTo(good.time + 62 * 86_400 + 60)
    expect(await recordRead(late)).toEqual(named('ReadTooOld'))
    expect((await getMeter(operator, meterId))!.lastRead.importWh).toEqual(first.importWh)
  })
})
