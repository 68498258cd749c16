/** From rows to channels: gaps, order, directions, registers, quality. */
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

describe('gaps and order', () => {
  it('leaves a gap where a cell is empty or says that nothing was measured', async () => {
    const items = await itemsOf(rows(['1', '', '2', 'n/a', 'n/a', '3']), { text: { missing: ['n/a'] } })
    expect(intervalsOf(items).map((each) => each.at)).toEqual(
      ['00:00', '01:00', '02:30'].map((time) => at(`2026-01-01T${time}Z`)),
    )
    expect(said(items, 'remark')).toEqual(['CsvIntervalsMissing -'])
    expect(items.at(-1)).toMatchObject({ about: { facts: { intervals: 3, from: '2026-01-01T00:30Z' } } })
  })

  it('hands on a day at a time, newest first if the file is', async () => {
    const days = rows(Array.from({ length: 144 }, (_, n) => n))
    const [header = '', ...lines] = days.split('\n')
    const forward = await itemsOf(days)
    const backward = await itemsOf([header, ...lines.reverse()].join('\n'))
    const starts = (items: typeof forward) => items.flatMap((item) => (item.kind === 'intervals' ? [item.start] : []))
    const midnights = ['01', '02', '03'].map((day) => at(`2026-01-${day}T00:00Z`))
    expect(starts(forward)).toEqual(midnights)
    expect(starts(backward)).toEqual(midnights.reverse())
    expect(intervalsOf(backward)).toEqual(intervalsOf(forward))
    expect(intervalsOf(forward).map((each) => each.wh)).toEqual(
      Array.from({ length: 144 }, (_, n) => BigInt(n) * 1_000n),
    )
  })

  it('refuses a time that comes again or goes back, by its line', async () => {
    const text = (times: string[]) => ['time,kWh', ...times.map((time) => `2026-01-01 ${time},1`)].join('\n')
    expect(said(await itemsOf(text(['00:00', '00:30', '00:30', '01:00'])), 'fault')).toEqual(['CsvTimeRepeated 4'])
    expect(said(await itemsOf(text(['00:00', '00:30', '01:00', '00:00', '01:30'])), 'fault')).toEqual([
      'CsvTimeOutOfOrder 5',
    ])
    expect(said(await itemsOf(text(['00:00', '00:30', '01:10', '01:30', '02:00'])), 'fault')).toEqual([
      'CsvTimeOffGrid 4',
    ])
  })

  it('refuses intervals that no meter-day holds', async () => {
    const steps = (minutes: number[]) =>
      ['time,kWh', ...minutes.map((each) => `2026-01-01 00:${String(each).padStart(2, '0')},1`)].join('\n')
    expect(said(await itemsOf(steps([0, 7, 14])), 'fault')).toEqual(['CsvIntervalUnusable -'])
    expect(said(await itemsOf(steps([0, 1, 2])), 'fault')).toEqual(['CsvIntervalUnusable -'])
    expect(said(await itemsOf(steps([0])), 'fault')).toEqual(['CsvIntervalUnknown -'])
  })
})

describe('directions', () => {
  it('tells import from export by sign', async () => {
    const items = await itemsOf(rows(['1', '-0.5', '0']), { channels: one({ channel: 'net', direction: 'by-sign' }) })
    expect(intervalsOf(items, 'net +').map((each) => each.wh)).toEqual([1_000n, 0n, 0n])
    expect(intervalsOf(items, 'net -').map((each) => each.wh)).toEqual([0n, 500n, 0n])
  })

  it('derives them from load and generation', async () => {
    const minus = { columns: ['pv'], factor: '0.004' }
    const items = await itemsOf(rows(['1,100', '0.5,500'], 'time,kWh,pv'), {
      channels: one({ direction: 'by-sign', minus }),
    })
    // 1 − 0.4, and 0.5 − 2.
    expect(intervalsOf(items, 'import +').map((each) => each.wh)).toEqual([600n, 0n])
    expect(intervalsOf(items, 'import -').map((each) => each.wh)).toEqual([0n, 1_500n])
  })

  it('adds tariff registers up, or keeps them apart', async () => {
    const text = rows(['1,2', '3,4', '5,'], 'time,low,normal')
    expect(await wh(text, { channels: one({ columns: ['low', 'normal'] }) })).toEqual([3_000n, 7_000n])
    const apart = await itemsOf(text, {
      channels: [...one({ channel: 'low', columns: ['low'] }), ...one({ columns: ['normal'] })],
    })
    expect([intervalsOf(apart, 'low').length, intervalsOf(apart).length]).toEqual([3, 2])
  })

  it('picks rows of several kinds apart, and counts what nobody asked for', async () => {
    const text =
      'time,kWh,kind\n2026-01-01 00:00,1,in\n2026-01-01 00:00,2,out\n2026-01-01 00:00,9,gas\n2026-01-01 01:00,3,in\n2026-01-01 01:00,4,out\n'
    const items = await itemsOf(text, {
      channels: [
        ...one({ when: { column: 'kind', is: ['in'] } }),
        ...one({ channel: 'out', direction: 'export', when: { column: 'kind', is: ['out'] } }),
      ],
    })
    expect([intervalsOf(items), intervalsOf(items, 'out')].map((each) => each.map((interval) => interval.wh))).toEqual([
      [1_000n, 3_000n],
      [2_000n, 4_000n],
    ])
    expect(said(items, 'remark')).toEqual(['CsvRowsLeftOut 4'])
  })

  it('refuses energy below zero where no sign is expected', async () => {
    expect(said(await itemsOf(rows(['1', '-1'])), 'fault')).toEqual(['CsvEnergyNegative 3'])
    expect(await wh(rows(['-1', '-2']), { channels: one({ factor: '-1' }) })).toEqual([1_000n, 2_000n])
  })
})

describe('registers', () => {
  const register = (changes: Partial<Channel> = {}) => ({ channels: one({ kind: 'register', ...changes }) })

  it('counts what lies between two readings, in either order of rows', async () => {
    const expected = [1_000n, 250n, 2_000n]
    expect(await wh(rows(['10', '11', '11.25', '13.25']), register())).toEqual(expected)
    const [header = '', ...lines] = rows(['10', '11', '11.25', '13.25']).split('\n')
    const backward = await itemsOf([header, ...lines.reverse()].join('\n'), register())
    expect(intervalsOf(backward).map((each) => each.wh)).toEqual(expected)
    expect(intervalsOf(backward)[0]?.at).toBe(at('2026-01-01T00:00Z'))
  })

  it('leaves a gap where it was not read, or shares what it counted as estimates', async () => {
    const text = rows(['10', '', '', '11', '12'])
    expect(await wh(text, register())).toEqual([1_000n])
    const shared = await itemsOf(text, register({ unread: 'share' }))
    expect(intervalsOf(shared).map((each) => [each.wh, each.quality])).toEqual([
      [333n, 'Estimated'],
      [333n, 'Estimated'],
      [334n, 'Estimated'],
      [1_000n, 'Measured'],
    ])
  })

  it('rolls over at the width of its dial, and says so', async () => {
    const items = await itemsOf(rows(['99999', '1', '2']), register({ digits: 5 }))
    expect(intervalsOf(items).map((each) => each.wh)).toEqual([2_000n, 1_000n])
    expect(said(items, 'remark')).toEqual(['CsvRegisterRolledOver 3'])
    expect(said(await itemsOf(rows(['99999', '100000']), register({ digits: 5 })), 'fault')).toEqual([
      'CsvRegisterTooWide 3',
    ])
  })

  it('rolls over register by register where several add up', async () => {
    const items = await itemsOf(
      rows(['99999,5', '1,6'], 'time,kWh,night'),
      register({ digits: 5, columns: ['kWh', 'night'] }),
    )
    expect(intervalsOf(items).map((each) => each.wh)).toEqual([3_000n])
  })

  it('is refused where it goes back', async () => {
    expect(said(await itemsOf(rows(['10', '11', '0', '1']), register()), 'fault')).toEqual(['CsvRegisterWentBack 4'])
    expect(said(await itemsOf(rows(['60000', '20000', '20001']), register({ digits: 5 })), 'fault')).toEqual([
      'CsvRegisterWentBack 3',
    ])
  })

  it('leaves a single wrong reading out where that is wanted', async () => {
    const text = rows(['10', '11', '900', '12', '14'])
    expect(said(await itemsOf(text, register()), 'fault')).toEqual(['CsvRegisterWentBack 5'])
    const items = await itemsOf(text, register({ wrongReading: 'leave-out', unread: 'share' }))
    expect(said(items, 'remark')).toEqual(['CsvReadingLeftOut 4', 'CsvUnreadShared 5'])
    expect(intervalsOf(items).map((each) => each.wh)).toEqual([1_000n, 500n, 500n, 2_000n])
  })
})

describe('quality', () => {
  const quality = { column: 'state', words: { Measured: ['Read'], Estimated: ['Est'], Missing: ['None'] } }
  const text = rows(['1,Read', '2,Est', '3,None', '4,Read'], 'time,kWh,state')

  it('is that of each interval', async () => {
    const found = intervalsOf(await itemsOf(text, { quality }))
    expect(found.map((each) => [each.wh, each.quality])).toEqual([
      [1_000n, 'Measured'],
      [2_000n, 'Estimated'],
      [4_000n, 'Measured'],
    ])
  })

  it('is refused in words nobody knows, never taken for measured', async () => {
    const unknown = text.replace('2,Est', '2,Odd')
    expect(said(await itemsOf(unknown, { quality }), 'fault')).toEqual(['CsvQualityUnknown 3'])
    const items = await itemsOf(unknown, { quality: { ...quality, otherwise: 'Substituted' } })
    expect(intervalsOf(items)[1]?.quality).toBe('Substituted')
  })
})
