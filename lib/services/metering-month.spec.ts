/** An operator's month on a real database. January 2026 in Shanghai; the figures are counted by hand. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { places, sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { meteringMonth } from './metering-month'
import { holder, meterId, operator, putDays, putRead, resetDays, rival, saveSampleMeters } from './testing/metered-days'

const database = withDatabase()
const month = { year: 2026, month: 1 }
const { end } = monthBounds(month, 'Asia/Shanghai')
const page = { month, after: '', onlyDoubtful: false, meterId: null, now: end }
const date = (day: number) => `2026-01-${String(day).padStart(2, '0')}`
const names = (reasons: { name: string; stops: boolean }[] = []) =>
  reasons.map(({ name, stops }) => `${name}${stops ? ' stops' : ''}`)

beforeAll(async () => {
  vi.stubEnv('MARKET_TIME_ZONE', 'Asia/Shanghai')
  await saveSampleMeters()
})
beforeEach(() => resetDays(database))

describe('a month of meters', () => {
  it('counts missing days and intervals, and says that no read is there', async () => {
    const { meters, after } = await meteringMonth(operator, page)
    expect(after).toBeNull()
    // Two days are there: 24 hours measured, and 12 measured and 12 missing.
    expect(meters).toMatchObject([
      { meterId, days: 31, absentDays: 29, intervals: { Measured: 36, Missing: 12, Estimated: 0, Substituted: 0 } },
    ])
    expect(names(meters[0]?.reasons)).toEqual(['NoRead stops', 'NoRead stops', 'DaysMissing', 'IntervalsMissing'])
  })

  it('compares the month with the reads at both ends', async () => {
    await putDays(...places(1, 32).map((day) => sampleDay(date(day), { importWh: 100, exportWh: 10 })))
    await putRead('2025-12-31T16:00Z', [0, 0, 0, 0, 0])
    // 31 days of 200 sharp, 600 peak, 800 flat, 500 valley and 300 deep valley; 5 Wh more on the flat register.
    await putRead('2026-01-31T16:00Z', [6_200, 18_600, 24_805, 15_500, 9_300])
    const [meter] = (await meteringMonth(operator, page)).meters
    expect(meter?.differences.map(({ differenceWh }) => differenceWh)).toEqual([5n, 0n, 0n, 5n, 0n, 0n, -7_440n])
    expect([meter?.differences[0], meter?.differences.at(-1)]).toMatchObject([
      { register: 'total', intervalsWh: 74_400n, registerWh: 74_405n, differenceWh: 5n, cause: 'Rounding' },
      { register: 'export', intervalsWh: 7_440n, registerWh: 0n, differenceWh: -7_440n, cause: 'Unexplained' },
    ])
    expect(names(meter?.reasons)).toEqual(['RegistersDiffer'])
  })

  it('misses nothing of a month that is still running', async () => {
    const running = await meteringMonth(operator, { ...page, now: Date.parse('2026-01-15T12:00Z') / 1_000 })
    expect(running.meters).toMatchObject([{ days: 14, absentDays: 12 }])
    expect(names(running.meters[0]?.reasons)).toEqual(['NoRead stops', 'DaysMissing', 'IntervalsMissing'])
    const before = await meteringMonth(operator, { ...page, now: Date.parse('2025-12-01T00:00Z') / 1_000 })
    expect(before.meters).toMatchObject([{ days: 0, absentDays: 0, reasons: [] }])
  })

  it('says why a read was refused', async () => {
    await database.query(
      `INSERT INTO relay_request (id, requester, kind, payload, status, refusal_name)
       VALUES (gen_random_uuid(), '0x00', 'read', $1, 'refused', 'ReadBackwards')`,
      [{ read: { meterId, time: end } }],
    )
    const [meter] = (await meteringMonth(operator, page)).meters
    expect(meter?.reasons).toContainEqual({ name: 'ReadRefused', stops: true, facts: { refusal: 'ReadBackwards' } })
    await database.query(`DELETE FROM relay_request`)
  })

  it('shows doubtful meters only when asked to, and an operator its own meters only', async () => {
    const asked = { ...page, onlyDoubtful: true }
    expect((await meteringMonth(operator, asked)).meters).toHaveLength(1)
    await putDays(...places(1, 32).map((day) => sampleDay(date(day), { importWh: 100 })))
    expect((await meteringMonth(operator, asked)).meters).toEqual([])
    expect((await meteringMonth(operator, page)).meters).toHaveLength(1)
    expect((await meteringMonth(operator, { ...page, meterId })).meters).toHaveLength(1)
    expect((await meteringMonth(rival, { ...page, meterId })).meters).toEqual([])
    expect((await meteringMonth(holder, page)).meters).toEqual([])
    expect((await meteringMonth(rival, page)).meters.map((meter) => meter.meterId)).not.toContain(meterId)
  })

  it('goes on after the last meter of a page', async () => {
    await database.query(
      `INSERT INTO meter SELECT '0x' || lpad(n::text, 64, '0'), operator, holder, holder_since, region, voltage_class,
         customer_class, digits, multiplier, capacity_w, signer, last_read, last_read_time
       FROM meter, generate_series(1, 30) n WHERE id = $1`,
      [meterId],
    )
    const first = await meteringMonth(operator, page)
    const second = await meteringMonth(operator, { ...page, after: first.after ?? '' })
    expect([first.meters.length, second.meters.length, second.after]).toEqual([25, 6, null])
    expect(new Set([...first.meters, ...second.meters].map((meter) => meter.meterId)).size).toBe(31)
  })
})
