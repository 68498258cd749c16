/** A real file through a meter, over the real route, onto a real chain: what is recorded is what another program counts in the file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSignedRead } from '@/app/operator/reads/signed-read'
import { POST } from '@/app/api/v1/reads/route'
import { demoAccount, demoConsumer, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { dayLeaf, dayNumber } from '@/lib/chain/coding/day-leaf'
import { intervalRoot } from '@/lib/chain/interval-tree'
import { asWorker } from '@/lib/db/client'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { getMeter, readsOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import { dayBounds } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import { followOnce } from '@/lib/services/follow/follow'
import { prepareJobs, stopSender } from '@/lib/services/jobs'
import { exchangeMeter } from '@/lib/services/exchange-meter'
import { registerMeter } from '@/lib/services/register-meter'
import { rotateKey } from '@/lib/services/rotate-key'
import { addressOf, readOf, TIME_ZONE, withMarket } from '@/lib/services/testing/market'
import { follow, valueOf } from '@/lib/services/testing/supply'
import totals from '@/lib/formats/samples/nem12/totals.json'
import { fileDays } from './file-days'
import { writeNewKey } from './key-file'
import { optionsOf } from './options'
import { closingRead, replay, type Result } from './replay'
import { codeText } from './read-text'

withDatabase()
const { market } = withMarket()

const SOLAR = join(import.meta.dirname, '../../lib/formats/samples/nem12/Example_NEM12_month_solar.csv')
const folder = mkdtempSync(join(tmpdir(), 'switchyard-meter-'))
const keyFile = (name: string) => join(folder, `${name}.json`)
const grid = demoAccount(DEMO_INDEX.grid)
const operator = { address: addressOf(grid) }
const expected = totals.files['Example_NEM12_month_solar.csv']

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
}, 120_000)
afterAll(async () => {
  await stopSender()
  rmSync(folder, { recursive: true, force: true })
})

const api = {
  post: (body: string) => POST(new Request('http://market/api/v1/reads', { method: 'POST', body })),
  pause: follow,
  patience: 5,
}

/** A meter that showed nothing on 1 January 2026, ratio `multiplier`, with a key of its own. */
async function registered(number: string, kind: 'P-256' | 'secp256k1', multiplier: number): Promise<Hex> {
  const key = writeNewKey({ kind, out: keyFile(number) })
  const opening = readOf('0x00', { time: market().periods[0]!.start, sequence: 0, each: 0n })
  const place = { holder: addressOf(demoConsumer(0)), region: 42, voltageClass: 2, customerClass: 'Business' as const }
  const meter = { ...place, digits: 9, multiplier, capacity: watt(20_000n) }
  const made = valueOf(await registerMeter(operator, { label: 'Roof', number, serial: null, key, meter, opening }))
  await market().send(grid, made.call)
  await follow()
  return made.meterId
}

async function replayed(...options: string[]): Promise<Result[]> {
  const asked = optionsOf(['replay', SOLAR, ...options])
  if (!('replay' in asked)) throw new Error('no replay')
  const results: Result[] = []
  for await (const result of replay(asked.replay, api)) results.push(result)
  return results
}

describe('a file that is replayed', () => {
  let roof: Hex

  it('is recorded at the end of the period with the totals of the file', async () => {
    await market().moveTo(market().periods[0]!.end + 600)
    roof = await registered('R-1', 'P-256', 1)
    const results = await replayed('--meter', 'R-1', '--key', keyFile('R-1'), '--start', '2026-01-01')
    expect(results.map(({ fate }) => fate.kind)).toEqual(['recorded'])
    const { lastRead } = (await getMeter(operator, roof))!
    expect(lastRead.time).toBe(market().periods[0]!.end)
    expect(sumWh(lastRead.importWh)).toBe(BigInt(expected['NMI1234567 E1'].wh))
    expect(lastRead.exportWh).toBe(BigInt(expected['NMI1234567 B1'].wh))
    expect(lastRead).toMatchObject({ sequence: 1, quality: 'Measured' })
  })

  it('a second time has nothing left to say, and its read handed in again records nothing', async () => {
    expect(await replayed('--meter', roof, '--key', keyFile('R-1'), '--start', '2026-01-01')).toEqual([])
    const recorded = (await readsOf(operator, roof))[0]!
    const body = codeText({ read: recorded, signature: '0x00' })
    expect(await (await api.post(body)).json()).toMatchObject({ ok: true, recorded: recorded.txHash })
    expect(await readsOf(operator, roof)).toHaveLength(2)
  })

  it('is recorded day by day, behind a transformer, without losing what is less than a step', async () => {
    const meterId = await registered('R-100', 'secp256k1', 100)
    const days = ['--daily', '--to', '2026-01-06']
    const results = await replayed('--meter', 'R-100', '--key', keyFile('R-100'), '--start', '2026-01-01', ...days)
    expect(results.map(({ fate }) => fate.kind)).toEqual(Array.from({ length: 5 }, () => 'recorded'))
    // The first five days of the file, by their own lines.
    const { imported, exported } = firstDays(5)
    const { lastRead } = (await getMeter(operator, meterId))!
    expect(lastRead.exportWh).toBe(exported / 100n)
    const shown = sumWh(lastRead.importWh) * 100n
    expect(shown <= imported && imported - shown < 500n).toBe(true)
  })

  it('is closed at the start of a day over all days before, as the page for an exchange takes it', async () => {
    const meterId = await registered('R-3', 'P-256', 1)
    const days = dayStrings(5)
    const salt = (index: number) => new Uint8Array(32).fill(index + 1)
    const file = await fileDays({ file: SOLAR, mapping: null, timeZone: TIME_ZONE, start: '2026-01-01', source: null })
    const stored = file
      .slice(0, 5)
      .map(({ qualities, ...day }, index) => ({ ...day, meterId, quality: qualities, salt: salt(index) }))
    await asWorker((tx) => saveIntervalDays(tx, stored))
    const { read, signature } = await closed('R-3', '2026-01-06')
    const { imported, exported } = firstDays(5)
    expect([sumWh(read.importWh), read.exportWh, read.time]).toEqual([
      imported,
      exported,
      dayBounds('2026-01-06', TIME_ZONE).start,
    ])
    const leaves = days.map((day, index) =>
      dayLeaf({ meterId, day: dayNumber(day), salt: salt(index), data: file[index]! }),
    )
    expect(read.intervalRoot).toBe(intervalRoot(leaves))
    expect(parseSignedRead(codeText({ read, signature }))).toEqual({ ok: true, value: { read, signature } })
    const next = { ...writtenKey('R-3b'), serial: null, digits: 9, multiplier: 1, capacity: watt(20_000n) }
    const opening = { ...readOf(meterId, { time: read.time, sequence: 0, each: 0n }), maxDemand: read.maxDemand }
    expect(await exchangeMeter(operator, { meterId, closing: read, signature, next, opening })).toMatchObject({
      ok: true,
    })
    await expect(closed('R-3', '2026-01-01')).rejects.toThrow(/FileWithoutDays/)
  })

  it('is refused where the key is not the meter’s, and the market says why once it is revoked or changed', async () => {
    const meterId = await registered('R-2', 'P-256', 1)
    await expect(replayed('--meter', 'R-2', '--key', keyFile('R-1'))).rejects.toThrow(/ReadSignatureInvalid/)
    await expect(replayed('--meter', 'R-none', '--key', keyFile('R-1'))).rejects.toThrow(/MeterUnknown/)
    // The key is changed while the read is on its way.
    const asked = optionsOf(['replay', SOLAR, '--meter', 'R-2', '--key', keyFile('R-2'), '--start', '2026-01-01'])
    const { publicKey } = JSON.parse(readFileSync(keyFile('R-1'), 'utf8')) as { publicKey: string }
    const post = async (body: string) => {
      await market().send(grid, valueOf(await rotateKey(operator, { meterId, key: publicKey })))
      await follow()
      return api.post(body)
    }
    if (!('replay' in asked)) throw new Error('no replay')
    const fates = []
    for await (const { fate } of replay(asked.replay, { ...api, post })) fates.push(fate)
    expect(fates).toMatchObject([{ kind: 'refused', name: 'ReadSignatureInvalid' }])
  })
})

const dayStrings = (count: number) => Array.from({ length: count }, (_, index) => `2026-01-0${index + 1}`)
const writtenKey = (name: string) => ({ key: writeNewKey({ kind: 'P-256', out: keyFile(name) }) })

function closed(number: string, at: string) {
  const asked = optionsOf([
    'close',
    SOLAR,
    '--meter',
    number,
    '--key',
    keyFile(number),
    '--start',
    '2026-01-01',
    '--at',
    at,
  ])
  if (!('close' in asked)) throw new Error('no closing read')
  return closingRead(asked.close)
}

/** Sums of the file's own lines: five-minute values in kWh with at most three decimals. */
function firstDays(count: number): { imported: bigint; exported: bigint } {
  const sums: Record<string, bigint> = {}
  let channel = ''
  let seen = 0
  for (const line of readFileSync(SOLAR, 'utf8').split(/\r?\n/)) {
    const cells = line.split(',')
    if (cells[0] === '200') [channel, seen] = [cells[4] ?? '', 0]
    if (cells[0] !== '300' || seen++ >= count) continue
    for (const cell of cells.slice(2, 290)) {
      sums[channel] = (sums[channel] ?? 0n) + BigInt(Math.round(Number(cell) * 1_000))
    }
  }
  return { imported: sums.E1 ?? 0n, exported: sums.B1 ?? 0n }
}
