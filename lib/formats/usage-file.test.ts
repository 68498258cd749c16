import { describe, expect, it } from 'vitest'
import { EVER, type IntervalFormat } from './interval-file'
import { readUsage } from './usage-file'

async function* inPieces(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const LONDON: IntervalFormat = {
  file: 'usage.csv',
  timeZone: 'Europe/London',
  dateOrder: 'ymd',
  decimalComma: false,
  interval: null,
  columns: {},
  within: EVER,
}
const read = (text: string, changes: Partial<IntervalFormat> = {}) =>
  readUsage(inPieces(text), { ...LONDON, ...changes })
const at = (text: string) => Date.parse(text) / 1_000
const importWh = async (text: string, changes: Partial<IntervalFormat> = {}) => [
  ...(await read(text, changes)).run.importWh,
]

/** Rows at wall-clock times, each of 1 kWh. */
const hourly = (times: string[], mark = 'start') =>
  [`${mark},import_kwh`, ...times.map((time) => `${time},1`)].join('\n')

describe('units and columns of a usage file', () => {
  it.each([
    ['import_kwh', '0.5', 500n],
    ['Import (kWh)', '0.5', 500n],
    ['kWh', '0.5', 500n],
    ['import_wh', '500', 500n],
    ['import_kw', '1.0', 500n],
    ['import_w', '1000', 500n],
  ])('%s of %s in half an hour is 500 Wh', async (column, value, expected) => {
    const text = `start,${column}\n2026-01-01T00:00,${value}\n2026-01-01T00:30,${value}\n`
    expect(await importWh(text)).toEqual([expected, expected])
  })

  it('reads export beside import, in a file with semicolons, quotes, commas and a byte order mark', async () => {
    const text = '\uFEFF"end";"import kWh";"note";"export kWh"\r\n"01/02/2026 00:30";"0,25";"a ""b"";c";"1,5"\r\n'
    const { run } = await read(text, { dateOrder: 'dmy', decimalComma: true, interval: 1_800 })
    expect(run).toMatchObject({ start: at('2026-02-01T00:00Z'), seconds: 1_800 })
    expect([run.importWh[0], run.exportWh[0]]).toEqual([250n, 1_500n])
  })

  it('finds the columns it is told about', async () => {
    const columns = { end: 'Read Date and End Time', import_kw: 'Read Value' }
    const text = 'Read Value,Read Date and End Time\n0.8,2026-01-01 01:00\n0.4,2026-01-01 00:30\n'
    expect(await importWh(text, { columns })).toEqual([200n, 400n])
  })

  it('carries what is finer than a watt-hour into the next interval', async () => {
    const text = 'start,import_kw\n2026-01-01 00:00,0.001\n2026-01-01 00:30,0.001\n2026-01-01 01:00,0.003\n'
    const { run, carried } = await read(text)
    expect([[...run.importWh], carried]).toEqual([[0n, 1n, 1n], 3])
  })
})

describe('times of a usage file', () => {
  it('follows the wall clock over both changes', async () => {
    const spring = hourly(['2026-03-29 00:00', '2026-03-29 02:00', '2026-03-29 03:00'])
    expect((await read(spring)).run).toMatchObject({ start: at('2026-03-29T00:00Z'), seconds: 3_600 })
    const autumn = ['00:00', '01:00', '01:00', '02:00'].map((time) => `2026-10-25 ${time}`)
    expect((await read(hourly(autumn))).run.start).toBe(at('2026-10-24T23:00Z'))
    expect((await read(hourly([...autumn].reverse()))).run.start).toBe(at('2026-10-24T23:00Z'))
  })

  it.each([
    ['Australia/Sydney', ['2026-04-05 01:00', '2026-04-05 02:00', '2026-04-05 02:00', '2026-04-05 03:00']],
    ['America/New_York', ['2026-11-01 00:00', '2026-11-01 01:00', '2026-11-01 01:00', '2026-11-01 02:00']],
    ['America/New_York', ['2026-03-08 00:00', '2026-03-08 01:00', '2026-03-08 03:00', '2026-03-08 04:00']],
    ['Asia/Shanghai', ['2026-03-29 00:00', '2026-03-29 01:00', '2026-03-29 02:00', '2026-03-29 03:00']],
  ])('has no gap and no repeat in %s: %s', async (timeZone, times) => {
    expect(await importWh(hourly(times), { timeZone })).toHaveLength(4)
  })

  it('refuses a time the clocks skip', async () => {
    const text = hourly(['2026-03-29 00:00', '2026-03-29 01:00', '2026-03-29 02:00'])
    await expect(read(text)).rejects.toThrow(
      /^TimeSkipped: usage\.csv, line 3: 2026-03-29T01:00:00 does not exist in Europe\/London/,
    )
  })

  it('refuses a day of the change that has 24 hours, and says why', async () => {
    const text = hourly(['2026-10-25 00:00', '2026-10-25 01:00', '2026-10-25 02:00', '2026-10-25 03:00'])
    await expect(read(text)).rejects.toThrow(
      /^TimeMissing: usage\.csv, line 4: 1 interval.*2026-10-25T01:00.*go back.*twice/,
    )
  })

  it('refuses a gap, a repeat and a step back by line and time', async () => {
    const row = (hour: string) => `2026-01-01T${hour}:00Z`
    const gap = hourly(['00', '01', '04', '05'].map(row))
    await expect(read(gap)).rejects.toThrow(
      /^TimeMissing: usage\.csv, line 4: 2 interval\(s\) of 60 minutes.*2026-01-01T02:00/,
    )
    const repeat = hourly(['00', '01', '01', '02'].map(row))
    await expect(read(repeat)).rejects.toThrow(/^TimeRepeated: usage\.csv, line 4:.*2026-01-01T01:00.*line 3/)
    const back = hourly(['00', '01', '02', '01', '03'].map(row))
    await expect(read(back)).rejects.toThrow(/^TimeOutOfOrder: usage\.csv, line 5:/)
  })

  it('does not mind a gap outside the chosen time', async () => {
    const text = hourly(['2026-01-01T00:00Z', '2026-01-01T05:00Z', '2026-01-01T06:00Z', '2026-01-01T07:00Z'])
    const within = { start: at('2026-01-01T05:00Z'), end: at('2026-01-01T07:00Z') }
    const { run, lines } = await read(text, { within })
    expect([run.start, run.importWh.length, lines]).toEqual([within.start, 2, [3, 4]])
  })
})

describe('hostile usage files', () => {
  const one = (cell: string, header = 'start,import_kwh') => `${header}\n2026-01-01T00:00Z,${cell}\n`

  it.each([
    ['NumberMalformed', one('=1+1')],
    ['NumberMalformed', one('"=HYPERLINK(""http://x"")"')],
    ['NumberMalformed', one('')],
    ['NumberMalformed', one('1_000')],
    ['NumberAbsurd', one('1e80')],
    ['NumberAbsurd', one('1000000001')],
    ['EnergyNegative', one('-0.001')],
    ['NumberTooFine', one('0.1234567890123456789')],
    ['TimeMalformed', 'start,import_kwh\n2026-02-30T00:00Z,1\n'],
    ['TimeMalformed', 'start,import_kwh\n=NOW(),1\n'],
    ['TimeMixed', 'start,import_kwh\n2026-01-01T00:00Z,1\n2026-01-01T00:30,1\n'],
    ['TimeColumnMissing', one('1', 'time,import_kwh')],
    ['NumberColumnMissing', one('1', 'start,energy')],
    ['ColumnUnclear', one('1,1', 'start,import_kwh,import_kwh')],
    ['ColumnUnclear', one('1,1', 'start,import_kwh,import_wh')],
    ['RowUneven', one('1,2')],
    ['QuoteOpen', one('"1')],
    ['LineTooLong', one('9'.repeat(30_000))],
    ['FileEmpty', 'start,import_kwh\n'],
    ['FileEmpty', ''],
  ])('%s', async (name, text) => {
    await expect(read(text, { interval: 1_800 })).rejects.toMatchObject({ name })
  })

  it('refuses an interval whose length nobody can tell, or that divides no hour', async () => {
    await expect(read(one('1'))).rejects.toMatchObject({ name: 'IntervalUnknown' })
    const odd = hourly(['2026-01-01T00:00Z', '2026-01-01T00:07Z', '2026-01-01T00:14Z'])
    await expect(read(odd)).rejects.toMatchObject({ name: 'IntervalUnknown' })
  })

  it('never repeats what a terminal would act on', async () => {
    await expect(read(one('\u001b[31mred'), { interval: 1_800 })).rejects.toThrow(/^[\x20-\x7e…]+$/)
  })

  it('reads a million rows in bounded memory', async () => {
    const rows = 1_000_000
    const before = process.memoryUsage().heapUsed
    const row = (index: number) =>
      `${new Date(index * 60_000).toISOString()},0.${String(index % 1_000).padStart(3, '0')}\n`
    async function* million() {
      yield 'start,import_kwh\n'
      for (let first = 0; first < rows; first += 1_000)
        yield Array.from({ length: 1_000 }, (_, index) => row(first + index)).join('')
    }
    const { run } = await readUsage(million(), LONDON)
    expect([run.importWh.length, run.seconds, run.importWh[999]]).toEqual([rows, 60, 999n])
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500_000_000)
  })
})
