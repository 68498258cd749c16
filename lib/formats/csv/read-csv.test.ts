import { describe, expect, it } from 'vitest'
import { at, intervalsOf, itemsOf, said } from './csv.sample'
import { type CsvMappingInput } from './mapping'

type Channel = CsvMappingInput['channels'][number]
const one = (changes: Partial<Channel> = {}): Channel[] => [
  { channel: 'import', direction: 'import', unit: 'kWh', columns: ['kWh'], ...changes },
]
const wh = async (text: string, changes: Partial<CsvMappingInput> = {}) =>
  intervalsOf(await itemsOf(text, changes)).map((interval) => interval.wh)

/** Half-hours from midnight on. */
const rows = (values: (string | number)[], header = 'time,kWh') =>
  [header, ...values.map((value, n) => `2026-01-0${1 + Math.floor(n / 48)} ${clock(n % 48)},${value}`)].join('\n')
const clock = (half: number) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`

describe('units', () => {
  it.each([
    ['Wh', '500'],
    ['kWh', '0.5'],
    ['MWh', '0.0005'],
    ['W', '1000'],
    ['kW', '1'],
    ['MW', '1e-3'],
  ] as const)('%s of %s in half an hour is 500 Wh', async (unit, value) => {
    expect(await wh(rows([value, value]), { channels: one({ unit }) })).toEqual([500n, 500n])
  })

  it('carries what is finer than a watt-hour, also of five minutes of power', async () => {
    const text = ['time,kWh', ...[0, 5, 10, 15].map((minute) => `2026-01-01 00:${String(minute).padStart(2, '0')},1`)]
    // A watt for five minutes is a twelfth of a watt-hour; 40 W are 3 Wh and a third.
    expect(await wh(text.join('\n'), { channels: one({ unit: 'W', factor: '40' }) })).toEqual([3n, 3n, 4n, 3n])
  })

  it('takes numbers that programs print for doubles', async () => {
    expect(await wh(rows(['0.41200000000000003', '9.833333e-08', '.588', '+1']))).toEqual([412n, 0n, 588n, 1_000n])
  })
})

describe('text', () => {
  const text = 'Datum;Verbruik\r\n31.12.2025 23:45;1.234,5\r\n01.01.2026 00:00;0,25\r\n'
  const mapping: Partial<CsvMappingInput> = {
    text: { delimiter: ';', decimal: ',', thousands: '.' },
    time: { kind: 'stamp', column: 'Datum', order: 'dmy' },
    channels: one({ columns: ['Verbruik'] }),
  }

  it('has decimal commas and signs between thousands', async () => {
    expect(await wh(text, mapping)).toEqual([1_234_500n, 250n])
  })

  it.each(['1.23,5', '12.34.567', '1,2,3', '1.234'])('does not take %s for another number', async (cell) => {
    const items = await itemsOf(text.replace('1.234,5', cell), mapping)
    expect(said(items, 'fault')).toEqual(cell === '1.234' ? [] : ['CsvNumberMalformed 2'])
  })

  it.each([
    ['UTF-16 with its mark', [0xff, 0xfe], 'utf-16', 'auto'],
    ['UTF-16 big end first', [0xfe, 0xff], 'utf-16be', 'auto'],
    ['Latin-1', [], 'latin-1', 'auto'],
    ['Latin-1 that is stated', [], 'latin-1', 'latin-1'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf], 'utf-8', 'auto'],
  ] as const)('is %s', async (_, mark, kind, encoding) => {
    const accented = text.replace('Datum', 'Dátum')
    const bytes = new Uint8Array([...mark, ...encoded(accented, kind)])
    const items = await itemsOf(bytes, {
      ...mapping,
      text: { ...mapping.text, encoding },
      time: { kind: 'stamp', column: 'Dátum', order: 'dmy' },
    })
    expect(said(items, 'fault')).toEqual([])
    expect(intervalsOf(items)).toHaveLength(2)
  })

  it('has lines above and below, quotes, and numbers that spreadsheets are told are text', async () => {
    const long = [
      'Report of 2026',
      '',
      '"time","kWh","meter"',
      '2026-01-01 00:00,"1",="007"',
      '2026-01-01 00:30,2,="007"',
      'Total,3,',
    ]
    const items = await itemsOf(long.join('\n'), {
      text: { skipTop: 2, skipBottom: 1 },
      meter: { kind: 'column', column: 'meter' },
    })
    expect(items).toEqual([expect.objectContaining({ meter: '007', energyWh: [1_000n, 2_000n], line: 4 })])
  })

  it('may have no header', async () => {
    const changes: Partial<CsvMappingInput> = {
      text: { header: false },
      time: { kind: 'unix', column: 1, unit: 'ms' },
      channels: one({ columns: [2] }),
    }
    expect(intervalsOf(await itemsOf('1767225600000,1\n1767229200000,2\n', changes))).toEqual([
      { at: at('2026-01-01T00:00Z'), wh: 1_000n, quality: 'Measured' },
      { at: at('2026-01-01T01:00Z'), wh: 2_000n, quality: 'Measured' },
    ])
  })
})

function encoded(text: string, kind: 'utf-8' | 'utf-16' | 'utf-16be' | 'latin-1'): number[] {
  if (kind === 'utf-8') return [...new TextEncoder().encode(text)]
  const codes = [...text].map((letter) => letter.charCodeAt(0))
  if (kind === 'latin-1') return codes
  return codes.flatMap((code) => (kind === 'utf-16' ? [code & 255, code >> 8] : [code >> 8, code & 255]))
}

describe('times', () => {
  it.each([
    ['2026-02-01 13:00', 'ymd'],
    ['20260201 1300', 'ymd'],
    ['01/02/2026 13:00', 'dmy'],
    ['2/1/2026 1:00 PM', 'mdy'],
    ['01-02-2026 01:00 p.m.', 'dmy'],
    ['2026-02-01T14:00:00.000+01:00', 'ymd'],
    ['2026-02-01T13:00:00Z', 'ymd'],
  ] as const)('%s is one o’clock on the first of February', async (cell, order) => {
    const items = await itemsOf(`time,kWh\n${cell},1\n`, {
      time: { kind: 'stamp', column: 'time', order },
      seconds: 3_600,
    })
    expect(intervalsOf(items).map((interval) => interval.at)).toEqual([at('2026-02-01T13:00Z')])
  })

  it.each(['2026-02-30 00:00', '13:00 PM', '2026-02-01 13:00 PM', '2026-02-01 25:00', '=NOW()', ''])(
    'refuses %s by its line',
    async (cell) => {
      expect(said(await itemsOf(`time,kWh\n${cell},1\n`, { seconds: 3_600 }), 'fault')).toEqual(['CsvTimeMalformed 2'])
    },
  )

  it('may stand in two columns, and midnight may end its day', async () => {
    const text = 'date,clock,kWh\n1/1/2026,23:30,1\n1/1/2026,0:00,2\n2/1/2026,0:30,3\n'
    const items = await itemsOf(text, {
      time: { kind: 'date-and-time', date: 'date', time: 'clock', order: 'dmy' },
      mark: 'end',
      midnight: 'ends-the-day',
    })
    expect(items).toEqual([
      expect.objectContaining({ start: at('2026-01-01T23:00Z'), energyWh: [1_000n, 2_000n, 3_000n] }),
    ])
  })

  it('may be counted from the first row on', async () => {
    const time = { kind: 'counted', start: '2016-07-31T23:00' } as const
    const items = await itemsOf('kWh\n1\n2\n', { time, zone: '-08:00', seconds: 3_600, rows: 'oldest-first' })
    expect(items).toEqual([expect.objectContaining({ start: at('2016-08-01T07:00Z'), energyWh: [1_000n, 2_000n] })])
  })
})
