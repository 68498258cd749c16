/** The route that takes signed reads: an answer for each line, and one effect for each read, on a real chain and a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMeter, readsOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import type { Read } from '@/lib/domain/metering/read'
import { watt } from '@/lib/domain/units/units'
import { followOnce } from '@/lib/services/follow/follow'
import { prepareJobs, stopSender } from '@/lib/services/jobs'
import { readOf, withMarket, type TestMeter } from '@/lib/services/testing/market'
import { follow } from '@/lib/services/testing/supply'
import { POST } from '@/app/api/v1/reads/route'

const database = withDatabase()
const { market } = withMarket()
const REPLAYS = 2_000

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
}, 120_000)
afterAll(stopSender)

const text = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))

async function post(body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await POST(new Request('http://market/api/v1/reads', { method: 'POST', body: text(body) }))
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

const signed = async ({ key }: TestMeter, read: Read) => ({ read, signature: await key.sign(read) })
const december = (meter: TestMeter, sequence: number, each: bigint) =>
  readOf(meter.id, { time: market().periods[0]!.start - 86_400, sequence, each })
const holder = () => ({ address: market().meters[0]!.meter.holder })
const requests = async () => {
  const [row] = await database.query(`SELECT count(*)::int FROM relay_request WHERE kind = 'read'`)
  return row!.count
}

describe('POST /api/v1/reads', () => {
  it('answers each of several reads in their order: taken, or why not', async () => {
    const [plain, dlms] = market().meters as [TestMeter, TestMeter]
    await market().moveTo(market().periods[0]!.start - 3_600)
    const good = await signed(plain, december(plain, 1, 1_500n))
    const other = await signed(dlms, december(dlms, 1, 2_500n))
    const backwards = await signed(dlms, december(dlms, 2, 999n))
    const lines = [
      good,
      { ...good, read: { ...good.read, meterId: '0x12' } },
      { ...good, read: { ...good.read, meterId: dlms.id } },
      { ...good, read: { ...good.read, maxDemand: (1n << 48n).toString() } },
      backwards,
      other,
    ]
    const { status, answer } = await post(lines)
    expect(status).toBe(422)
    expect(answer.results).toMatchObject([
      { ok: true, request: expect.any(String) },
      { ok: false, error: 'RequestMalformed' },
      { ok: false, error: 'ReadSignatureInvalid' },
      { ok: false, error: 'RequestMalformed' },
      { ok: false, error: 'ReadBackwards', facts: { previous: '1000', next: '999' } },
      { ok: true, request: expect.any(String) },
    ])
    await follow()
  })

  it(`gives ${REPLAYS} replays of a read the same answer, and none of them an effect`, async () => {
    const [plain] = market().meters as [TestMeter]
    const good = await signed(plain, december(plain, 1, 1_500n))
    const { status, answer: first } = await post(good)
    expect([status, first]).toMatchObject([202, { ok: true, recorded: expect.stringMatching(/^0x/) }])
    const before = await requests()
    for (let sent = 0; sent < REPLAYS; sent += 100) {
      const { answer } = await post(Array.from({ length: 100 }, () => good))
      expect(answer.results).toEqual(Array.from({ length: 100 }, () => first))
    }
    await follow()
    expect(await requests()).toBe(before)
    expect(await readsOf(holder(), plain.id)).toHaveLength(2)
    expect((await getMeter(holder(), plain.id))!.lastRead).toMatchObject({ sequence: 1, importWh: good.read.importWh })
  }, 120_000)

  it('refuses too many, none, and what is no JSON', async () => {
    const [plain] = market().meters as [TestMeter]
    const good = await signed(plain, { ...december(plain, 1, 1_500n), maxDemand: watt(1n) })
    expect(await post(Array.from({ length: 101 }, () => good))).toMatchObject({ status: 413 })
    expect(await post([])).toMatchObject({ status: 400 })
    const malformed = await POST(new Request('http://market/api/v1/reads', { method: 'POST', body: '{' }))
    expect([malformed.status, await malformed.json()]).toEqual([400, { error: 'RequestMalformed' }])
  })
})
