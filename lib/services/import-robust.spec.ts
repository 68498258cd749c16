/** Imports that are killed, or too large. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { getImport } from '@/lib/db/read/imports'
import { withDatabase } from '@/lib/db/testing/database'
import { failDeadImports } from '@/lib/db/write/imports'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, OPERATOR, orderOf } from './testing/metered'

const database = withDatabase()
const operator = { address: OPERATOR }
const METER = `0x${'1'.repeat(64)}` as const
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
const MEBIBYTE = 1024 * 1024

beforeAll(() => addMeter('M1', METER))

const storedDays = async () => Number((await database.query('SELECT count(*) FROM interval_day'))[0]?.count)

function program(flags: string[], name: string, args: string[]) {
  const file = ['--conditions=react-server', '--import', 'tsx', `lib/services/testing/${name}.ts`]
  return spawn(process.execPath, [...flags, ...file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('an import that is killed', () => {
  it('leaves nothing but the word that it failed', async () => {
    const id = randomUUID()
    const child = program([], 'import-until-killed', [id, 'M1', String(JAN_2)])
    expect(String(await once(child.stdout, 'data'))).toContain('staged')
    expect(await getImport(operator, id)).toMatchObject({ status: 'reading' })
    // One that lives is not taken for dead.
    expect(await failDeadImports()).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect.poll(failDeadImports, { timeout: 10_000 }).toBe(1)
    expect(await getImport(operator, id)).toMatchObject({ status: 'failed', daysNew: 0 })
    expect(await storedDays()).toBe(0)
    const staging = await database.query("SELECT relname FROM pg_class WHERE relname LIKE 'staged%'")
    expect(staging).toEqual([])
  })
})

describe('an import that breaks off', () => {
  it('has failed, and kept nothing', async () => {
    const id = randomUUID()
    const broken = orderOf([], {
      id,
      read: async function* () {
        yield blockOf({ start: JAN_2, energyWh: [1n] })
        throw new Error('the sender went away')
      },
    })
    await expect(importMeterFile(broken)).rejects.toThrow('the sender went away')
    expect(await getImport(operator, id)).toMatchObject({ status: 'failed' })
    expect(await storedDays()).toBe(0)
  })
})

describe('a file of more than a gibibyte', () => {
  it('is refused by name, in flat memory', async () => {
    const chunk = new Uint8Array(MEBIBYTE)
    let sent = 0
    async function* bytes() {
      for (; sent < 1_100; sent++) yield chunk
    }
    global.gc?.()
    const before = process.memoryUsage().rss
    let most = 0
    const order = orderOf([], {
      bytes: bytes(),
      read: async function* (file) {
        for await (const _ of file.bytes) {
          void _
          most = Math.max(most, process.memoryUsage().rss)
        }
        yield* []
      },
    })
    const decision = await importMeterFile(order)
    expect(decision).toMatchObject({ ok: true, value: { status: 'refused', lines: [{ name: 'FileTooLarge' }] } })
    expect(sent).toBe(1_024)
    expect((most - before) / MEBIBYTE).toBeLessThan(64)
  })

  it('of 20,000 channel-days is read with a heap of 96 MiB, of which the program itself takes 40', async () => {
    const child = program(['--max-old-space-size=96'], 'import-many-days', [String(JAN_2), '20000'])
    const [[said]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')])
    expect([child.exitCode, JSON.parse(String(said))]).toEqual([0, { status: 'done', daysNew: 750 }])
  })

  it('of as many channels as a meter may have, every five minutes, needs no more', async () => {
    const args = [String(JAN_2), String(64 * 200), '64', '200', '5']
    const child = program(['--max-old-space-size=96'], 'import-many-days', args)
    const [[said]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')])
    expect([child.exitCode, JSON.parse(String(said))]).toEqual([0, { status: 'done', daysNew: 200 }])
  })
})
