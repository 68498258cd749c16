/** Readings from files against the intervals, on a real database. January 2026 in Shanghai; the figures are counted by hand. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { getMeter } from '@/lib/db/read/metering'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { sampleDay } from '@/lib/domain/metering/meter-day.sample'
import type { Viewer } from '@/lib/db/client'
import { comparedReadings, READINGS_SHOWN } from './register-readings'
import { meterId, operator, putDays, resetDays, rival, saveSampleMeters } from './testing/metered-days'

const database = withDatabase()
const january = monthBounds({ year: 2026, month: 1 }, 'Asia/Shanghai')
/** Midnight in Shanghai at the start of the day. */
const midnight = (day: number) => january.start + (day - 1) * 86_400

beforeAll(async () => {
  vi.stubEnv('MARKET_TIME_ZONE', 'Asia/Shanghai')
  await saveSampleMeters()
})
beforeEach(async () => {
  await resetDays(database)
  await database.query('DELETE FROM register_reading')
})

const put = (channel: string, time: number, valueWh: number, register: number | null = null) =>
  database.query(
    `INSERT INTO register_reading (meter_id, channel, time, direction, register, value_wh, quality, import_id)
     VALUES ($1, $2, $3, $4, $5, $6, 'Measured', gen_random_uuid())`,
    [meterId, channel, time, channel.startsWith('2') ? 'export' : 'import', register, valueWh],
  )

async function seenBy(viewer: Viewer) {
  const meter = await getMeter(operator, meterId)
  if (!meter) throw new Error('the sample meter is gone')
  const { rows, hasMore } = await comparedReadings(viewer, meter, january)
  const shown = rows.map(({ channel, name, valueWh, difference }) => {
    const found = difference.ok ? (difference.value?.differenceWh ?? null) : difference.refusal.name
    return [channel, name, Number(valueWh), found]
  })
  return { shown, hasMore }
}

describe('readings of registers from files', () => {
  it('are compared with the intervals since the one before, newest first', async () => {
    // 100 Wh taken and 10 Wh given in each hour: 2,400 and 240 a day.
    await putDays(...['2026-01-02', '2026-01-03'].map((day) => sampleDay(day, { importWh: 100, exportWh: 10 })))
    await put('1.8.0', midnight(2), 1_000)
    await put('1.8.0', midnight(3), 3_400)
    await put('1.8.0', midnight(4), 5_805)
    await put('2.8.0', midnight(2), 7)
    await put('2.8.0', midnight(3), 247)
    expect(await seenBy(operator)).toEqual({
      shown: [
        ['1.8.0', 'total', 5_805, 5n],
        ['1.8.0', 'total', 3_400, 0n],
        ['2.8.0', 'export', 247, 0n],
        ['1.8.0', 'total', 1_000, null],
        ['2.8.0', 'export', 7, null],
      ],
      hasMore: false,
    })
  })

  it('reach back to the last one of an earlier month, and tell each register', async () => {
    // Of the days between nothing is known but the 13th and 14th, which come later: all of it differs.
    await put('1.8.2', january.start - 40 * 86_400, 100, 1)
    await put('1.8.2', midnight(3), 4_100, 1)
    expect((await seenBy(operator)).shown).toEqual([['1.8.2', 'peak', 4_100, 4_000n]])
  })

  it('are not compared where the export is told by tariff', async () => {
    await put('2.8.1', midnight(2), 1, 1)
    await put('2.8.1', midnight(3), 2, 1)
    expect((await seenBy(operator)).shown.map(([, , , difference]) => difference)).toEqual([null, null])
  })

  it('say where a register went back', async () => {
    await put('1.8.0', midnight(2), 5_000)
    await put('1.8.0', midnight(3), 4_000)
    expect((await seenBy(operator)).shown[0]).toEqual(['1.8.0', 'total', 4_000, 'ReadBackwards'])
  })

  it('are a page, and none of them another operator’s', async () => {
    for (let count = 0; count <= READINGS_SHOWN; count += 1) await put('1.8.0', midnight(2) + count * 60, count)
    const { shown, hasMore } = await seenBy(operator)
    expect([shown.length, hasMore]).toEqual([READINGS_SHOWN, true])
    expect((await seenBy(rival)).shown).toEqual([])
  })
})
