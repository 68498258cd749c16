/** Files that are handed in to one process and read by another, whatever happens to either. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { getImport } from '@/lib/db/read/imports'
import { withDatabase } from '@/lib/db/testing/database'
import { saveMemberRoles, saveMemberSuspended } from '@/lib/db/write/members'
import { MOST_ATTEMPTS } from '@/lib/db/write/imports'
import { roleBit } from '@/lib/domain/members/role'
import { prepareJobs, stopSender } from './jobs'
import { readNextUpload, tidyUploads } from './read-upload'
import { receiveMeterFile, type UploadOrder } from './receive-meter-file'
import { addMeter, OPERATOR, OTHER_OPERATOR } from './testing/metered'

const database = withDatabase()
const operator = { address: OPERATOR }
const SAMPLE = 'lib/formats/samples/nem12/Example_NEM12_month_solar.csv'
const MEBIBYTE = 1024 * 1024
let folder = ''

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'switchyard-spec-')), 'uploads')
  vi.stubEnv('UPLOAD_DIR', folder)
  await addMeter('NMI1234567', `0x${'1'.repeat(64)}`)
  await asWorker((tx) => saveMemberRoles(tx, { address: OPERATOR, roles: roleBit('Grid') }))
  await prepareJobs()
})
afterEach(async () => {
  expect((await readdir(folder)).filter((name) => name.endsWith('.upload'))).toEqual([])
  expect(await database.query('SELECT count(*)::int FROM meter_upload')).toEqual([{ count: 0 }])
})
afterAll(async () => {
  await stopSender()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

function orderOf(given: Partial<UploadOrder> = {}): UploadOrder {
  const bytes = given.bytes ?? createReadStream(SAMPLE)
  return { id: randomUUID(), operator: OPERATOR, name: 'solar.csv', ...given, bytes }
}

async function handedIn(given: Partial<UploadOrder> = {}): Promise<string> {
  const order = orderOf(given)
  expect(await receiveMeterFile(order)).toEqual({ ok: true, value: 'waiting' })
  return order.id
}

const statusOf = async (id: string) => (await getImport(operator, id))?.status
const storedDays = async () => (await database.query('SELECT count(*)::int FROM interval_day'))[0]?.count
const fileOf = (id: string) => join(folder, `${id}.upload`)

async function readAll(): Promise<void> {
  while (await readNextUpload());
  await tidyUploads()
}

function program(name: string, ...args: string[]) {
  const file = ['--conditions=react-server', '--import', 'tsx', `lib/services/testing/${name}.ts`]
  return spawn(process.execPath, [...file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('a file that is handed in', () => {
  it('waits where only the market’s own account may look, and is gone when it has been read', async () => {
    const id = await handedIn()
    const { size } = await stat(SAMPLE)
    expect(await getImport(operator, id)).toMatchObject({ status: 'waiting', size, bytes: 0 })
    expect([(await stat(folder)).mode & 0o777, (await stat(fileOf(id))).mode & 0o777]).toEqual([0o700, 0o600])
    const jobs = await database.query("SELECT count(*)::int FROM pgboss.job WHERE name = 'import'")
    expect(jobs).toEqual([{ count: 1 }])
    await readAll()
    expect(await getImport(operator, id)).toMatchObject({ status: 'done', bytes: size, daysNew: 32, size })
    const sums = 'SELECT sum(import_wh)::int AS import, sum(export_wh)::int AS export FROM interval_day'
    expect(await database.query(sums)).toEqual([{ import: 270_738, export: 589_172 }])
  })

  it('is read as was said when it came', async () => {
    const rows = 'when;used\n2026-01-02 00:00;0,5\n2026-01-02 01:00;0,25\n'
    const mapping = {
      version: 1,
      zone: 'Asia/Shanghai',
      text: { decimal: ',' },
      time: { kind: 'stamp', column: 'when' },
      channels: [{ channel: 'E1', direction: 'import', unit: 'kWh', columns: ['used'] }],
    } as const
    async function* bytes() {
      yield new TextEncoder().encode(rows)
    }
    const id = await handedIn({ bytes: bytes(), meter: 'NMI1234567', mapping: mapping as never })
    await readAll()
    expect(await getImport(operator, id)).toMatchObject({ status: 'done', daysNew: 1 })
    const none = await receiveMeterFile(orderOf({ mapping: 'nobody’s' }))
    expect(none).toMatchObject({ ok: false, refusal: { name: 'MappingUnknown' } })
  })

  it('is known by its id once, and each operator has three at a time', async () => {
    const id = await handedIn()
    expect(await receiveMeterFile(orderOf({ id }))).toMatchObject({ ok: false, refusal: { name: 'ImportKnown' } })
    await handedIn()
    await handedIn()
    expect(await receiveMeterFile(orderOf())).toMatchObject({ ok: false, refusal: { name: 'TooManyRequests' } })
    // Two processes share them.
    await Promise.all([readAll(), readAll()])
    const done = await database.query('SELECT DISTINCT status FROM meter_import')
    expect(done).toEqual([{ status: 'done' }])
  })

  it('of more than a gibibyte is refused by name, in flat memory', async () => {
    const piece = new Uint8Array(MEBIBYTE).fill(0x20)
    let sent = 0
    let most = 0
    async function* bytes() {
      for (; sent < 1_100; sent++) {
        most = Math.max(most, process.memoryUsage().rss)
        yield piece
      }
    }
    const before = process.memoryUsage().rss
    const order = orderOf({ bytes: bytes() })
    expect(await receiveMeterFile(order)).toEqual({ ok: true, value: 'refused' })
    expect(sent).toBe(1_024)
    const report = await getImport(operator, order.id)
    expect(report).toMatchObject({ status: 'refused', lines: [{ name: 'FileTooLarge' }] })
    expect((most - before) / MEBIBYTE).toBeLessThan(64)
    await tidyUploads()
  })
})

describe('whoever hands a file in', () => {
  it('must operate meters when it comes', async () => {
    const refused = await receiveMeterFile(orderOf({ operator: OTHER_OPERATOR }))
    expect(refused).toMatchObject({ ok: false, refusal: { name: 'NotOperator' } })
  })

  it('and when it is read', async () => {
    const days = await storedDays()
    const id = await handedIn()
    await asWorker((tx) => saveMemberSuspended(tx, { address: OPERATOR, suspended: true }))
    await readAll()
    await asWorker((tx) => saveMemberSuspended(tx, { address: OPERATOR, suspended: false }))
    expect(await getImport(operator, id)).toMatchObject({ status: 'refused', lines: [{ name: 'SenderNoOperator' }] })
    expect(await storedDays()).toBe(days)
  })

  it('and breaks off leaves an import that failed', async () => {
    async function* bytes() {
      yield new Uint8Array([0x31])
      throw new Error('the sender went away')
    }
    const order = orderOf({ bytes: bytes() })
    await expect(receiveMeterFile(order)).rejects.toThrow('the sender went away')
    expect(await statusOf(order.id)).toBe('failed')
    await tidyUploads()
  })
})

/** Programs take their time to start on a machine that is busy. */
describe('a process that is killed', { timeout: 180_000 }, () => {
  it('while it receives leaves an import that failed, and no file', async () => {
    const id = randomUUID()
    const child = program('receive-until-killed', id)
    expect(String(await once(child.stdout, 'data'))).toContain('receiving')
    await tidyUploads()
    // One that lives is not taken for dead.
    expect([await statusOf(id), (await readdir(folder)).length]).toEqual(['receiving', 1])
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect.poll(async () => (await tidyUploads(), statusOf(id)), { timeout: 10_000 }).toBe('failed')
  })

  /** Kills the process that reads, once it has begun. */
  async function readUntilKilled(id: string): Promise<void> {
    const child = program('read-uploads')
    await once(child.stdout, 'data')
    await expect.poll(() => statusOf(id), { timeout: 20_000, interval: 5 }).toBe('reading')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** Every meter day waits for this one: the process cannot end before it is killed. */
  const held = () => database.query('LOCK TABLE meter_label IN ACCESS EXCLUSIVE MODE')

  it('while it reads leaves the file, which another reads', async () => {
    await database.query('TRUNCATE interval_day')
    const id = await handedIn()
    await database.query('BEGIN')
    await held()
    await readUntilKilled(id)
    await database.query('ROLLBACK')
    await expect.poll(async () => (await tidyUploads(), statusOf(id)), { timeout: 20_000 }).toBe('waiting')
    expect(await storedDays()).toBe(0)
    await readAll()
    expect(await getImport(operator, id)).toMatchObject({ status: 'done', daysNew: 32 })
  })

  it('over a file again and again is the last for that file', async () => {
    const id = await handedIn()
    await database.query('UPDATE meter_upload SET attempts = $1', [MOST_ATTEMPTS - 1])
    await database.query('BEGIN')
    await held()
    await readUntilKilled(id)
    await database.query('ROLLBACK')
    await expect.poll(async () => (await tidyUploads(), statusOf(id)), { timeout: 20_000 }).toBe('failed')
  })
})

describe('the folder', () => {
  it('keeps what is not ours, and an import whose file is gone has failed', async () => {
    const id = await handedIn()
    await rm(fileOf(id))
    await writeFile(join(folder, 'README'), 'not an upload')
    await writeFile(fileOf(randomUUID()), 'of no import')
    await readAll()
    expect(await statusOf(id)).toBe('failed')
    expect(await readdir(folder)).toEqual(['README'])
  })
})
