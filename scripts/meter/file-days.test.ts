import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import totals from '@/lib/formats/samples/nem12/totals.json'
import { addDays } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Wh } from '@/lib/domain/units/units'
import { fileDays } from './file-days'

const SAMPLES = join(import.meta.dirname, '../../lib/formats/samples')
const SOLAR = join(SAMPLES, 'nem12/Example_NEM12_month_solar.csv')
const asked = { file: SOLAR, mapping: null, timeZone: 'Asia/Shanghai', start: '2026-01-01', source: null }

const sum = (days: readonly MeterDay[], of: (day: MeterDay) => readonly Wh[]) =>
  days.flatMap(of).reduce<bigint>((total, energy) => total + energy, 0n)

describe('the days of a meter file', () => {
  it('are all of it, placed where they are asked for, with the totals that another program read', async () => {
    const days = await fileDays(asked)
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([31, '2026-01-01', '2026-01-31'])
    const expected = totals.files['Example_NEM12_month_solar.csv']
    expect(sum(days, ({ importWh }) => importWh)).toBe(BigInt(expected['NMI1234567 E1'].wh))
    expect(sum(days, ({ exportWh }) => exportWh)).toBe(BigInt(expected['NMI1234567 B1'].wh))
    expect(days.every(({ minutes, importWh }) => minutes === 5 && importWh.length === 288)).toBe(true)
  })

  it('are whole days only: where the file’s own midnight is another, two are cut', async () => {
    // Midnight in the east of Australia is 22:00 of the day before in Shanghai.
    const days = await fileDays({ ...asked, start: null })
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([30, '2023-03-01', '2023-03-30'])
  })

  it('have 23 and 25 hours where the clocks change: 276 and 300 intervals of five minutes', async () => {
    for (const [start, changed, count] of [
      ['2026-03-20', '2026-03-29', 276],
      ['2026-10-10', '2026-10-25', 300],
    ] as const) {
      const days = await fileDays({ ...asked, timeZone: 'Europe/London', start })
      expect(days.find(({ day }) => day === changed)?.importWh.length).toBe(count)
      expect(days.find(({ day }) => day === addDays(changed, 1))?.importWh.length).toBe(288)
    }
  })

  it('are of one meter', async () => {
    const file = join(SAMPLES, 'nem12/Example_NEM12_multiple_meters.csv')
    await expect(fileDays({ ...asked, file })).rejects.toThrow(/FileOfSeveralMeters.*NCDE001111/)
    const days = await fileDays({ ...asked, file, source: 'NCDE001111' })
    expect(days.length).toBeGreaterThan(0)
    await expect(fileDays({ ...asked, file, source: 'nobody' })).rejects.toThrow(/FileWithoutIntervals/)
  })

  it('are not there if the file is none', async () => {
    const file = join(SAMPLES, 'meter/us_ca_homes_hourly/schema.json')
    await expect(fileDays({ ...asked, file })).rejects.toThrow(/JsonNotMeterData/)
  })
})
