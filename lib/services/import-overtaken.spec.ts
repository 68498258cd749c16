/** Imports of days that somebody else writes at the same moment: neither is lost, and nothing is written over unseen. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction, withBulk } from '@/lib/db/bulk'
import { asWorker } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { dayToCommit, storedVersions, type DayToCommit } from '@/lib/db/write/commit-days'
import { DayChanges, DayOvertaken, makeMonths } from '@/lib/db/write/day-changes'
import { makeStaging } from '@/lib/db/write/import-staging'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { addDays } from '@/lib/domain/metering/calendar'
import { wh } from '@/lib/domain/units/units'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, orderOf } from './testing/metered'

const database = withDatabase()
const METER = `0x${'1'.repeat(64)}` as const
/** Midnight of 1 February 2026 in Shanghai. */
const FEB_1 = Date.parse('2026-01-31T16:00:00Z') / 1_000
const DAY = '2026-02-01'

beforeAll(() => addMeter('M1', METER))
beforeEach(() => database.query('TRUNCATE interval_day, interval_day_version'))

/** One interval for the whole day. */
const day = (energy: bigint, date = DAY) => ({
  day: date,
  minutes: 1_440,
  importWh: [wh(energy)],
  exportWh: [wh(0n)],
  qualities: ['Measured'] as const,
})

const saved = (energy: bigint, meterId: string = METER) => {
  const row = { ...day(energy), meterId, quality: 'Measured', salt: new Uint8Array(32) } as const
  return asWorker((tx) => saveIntervalDays(tx, [row]))
}

const stored = () => database.query('SELECT version, import_wh::int AS wh FROM interval_day')

/** @param meanwhile Happens after the days are handed over and before they are committed. */
function committed(days: readonly (DayToCommit | null)[], meanwhile: () => Promise<unknown>) {
  return withBulk(async (bulk) => {
    await makeStaging(bulk)
    await makeMonths(bulk, [DAY])
    const done = inTransaction(bulk, async () => {
      const changes = new DayChanges(bulk)
      await changes.add(days.filter((one) => one !== null))
      await meanwhile()
      return changes.commit(randomUUID())
    })
    await done.catch(() => undefined)
    // Whatever came of it, the connection serves the next try.
    expect(await bulk.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    return done
  })
}

describe('a day that somebody else writes meanwhile', () => {
  it('is not written over where there was none', async () => {
    const change = dayToCommit(METER, day(1n), undefined)
    await expect(committed([change], () => saved(2n))).rejects.toThrow(DayOvertaken)
    expect(await stored()).toEqual([{ version: 1, wh: 2 }])
  })

  it('is not written over where there was another', async () => {
    await saved(1n)
    const before = await withBulk((bulk) => storedVersions(bulk, [{ meterId: METER, day: DAY }]))
    const change = dayToCommit(METER, day(3n), [...before.values()][0])
    expect(change).toMatchObject({ baseVersion: 1 })
    await expect(committed([change], () => saved(2n))).rejects.toThrow(DayOvertaken)
    expect(await stored()).toEqual([{ version: 2, wh: 2 }])
  })

  it('takes back what was on its way already, of several thousand days', async () => {
    const meters = Array.from({ length: 400 }, (_, index) => `0x${index.toString(16).padStart(64, '0')}`)
    const dates = Array.from({ length: 28 }, (_, index) => addDays(DAY, index))
    const days = meters.flatMap((meterId) => dates.map((date) => dayToCommit(meterId, day(1n, date), undefined)))
    await saved(2n, meters[200])
    await expect(committed(days, () => Promise.resolve())).rejects.toThrow(DayOvertaken)
    expect(await stored()).toEqual([{ version: 1, wh: 2 }])
  })
})

describe('a file with a day that somebody is writing', () => {
  it('waits for them, is merged with what they wrote, and keeps it as a version', async () => {
    let isWritten = () => {}
    const written = new Promise<void>((resolve) => (isWritten = resolve))
    let letGo = () => {}
    const end = new Promise<void>((resolve) => (letGo = resolve))
    const other = asWorker(async (tx) => {
      const row = { ...day(5n), meterId: METER, quality: 'Measured', salt: new Uint8Array(32) } as const
      await saveIntervalDays(tx, [row])
      isWritten()
      await end
    })
    await written
    const importing = importMeterFile(orderOf([blockOf({ start: FEB_1, seconds: 86_400, energyWh: [7n] })]))
    const waiting =
      "SELECT count(*)::int FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY interval_day%'"
    await expect.poll(async () => (await database.query(waiting))[0]?.count, { timeout: 10_000 }).toBe(1)
    letGo()
    await other
    expect(await importing).toMatchObject({ ok: true, value: { status: 'done', daysNew: 0, daysChanged: 1 } })
    expect(await stored()).toEqual([{ version: 2, wh: 7 }])
    const kept = await database.query("SELECT version, encode(data, 'hex') AS data FROM interval_day_version")
    expect(kept).toEqual([{ version: 1, data: '05' }])
  })
})
