import { describe, expect, it } from 'vitest'
import { readNem12 } from './nem12'
import { named, readAll } from '../reading.sample'

const HEADER = '100,NEM12,202601010900,MDP,RETAILER'
const E1 = '200,NMI0000001,E1B1,1,E1,N1,SERIAL1,kWh,30,'
const day = (date = '20260101', value = '1', quality = 'A') =>
  `300,${date},${Array(48).fill(value).join(',')},${quality},,,20260102000000,`
const file = (...lines: string[]) => `${[HEADER, ...lines, '900'].join('\r\n')}\r\n`
const read = (text: string) => readAll(readNem12, text)
const faultsOf = async (text: string) => named((await read(text)).faults)
/** Lines 1, 2 and 3 are the header, E1 and what comes first. */
const inFile = (...lines: string[]) => faultsOf(file(E1, ...lines))

describe('readNem12', () => {
  it('yields a day of a channel from midnight in market time, summer and winter', async () => {
    const { items } = await read(file(E1, day('20260101', '0.25'), day('20260701', '.5')))
    const about = { kind: 'intervals', meter: 'NMI0000001', channel: 'E1', direction: 'import', seconds: 1_800 }
    expect(items).toEqual([
      {
        ...about,
        start: Date.UTC(2025, 11, 31, 14) / 1_000,
        energyWh: Array(48).fill(250n),
        quality: 'Measured',
        line: 3,
      },
      {
        ...about,
        start: Date.UTC(2026, 5, 30, 14) / 1_000,
        energyWh: Array(48).fill(500n),
        quality: 'Measured',
        line: 4,
      },
    ])
  })

  it.each([
    ['kWh', '1.5', 1_500n],
    ['KWH', '1.5', 1_500n],
    ['wh', '12', 12n],
    ['MWh', '.000001', 1n],
    ['MWh', '1234.567891', 1_234_567_891n],
  ])('counts %s: %s', async (unit, value, energy) => {
    const { blocks } = await read(file(E1.replace('kWh', unit), day('20260101', value)))
    expect(blocks[0]?.energyWh[47]).toBe(energy)
  })

  it('carries what is finer than a Wh into the next interval and the next day', async () => {
    // 48 × 0.0001 kWh is 4.8 Wh, two days 9.6.
    const { blocks } = await read(file(E1, day('20260101', '0.0001'), day('20260102', '0.0001')))
    const sum = (at: number) => blocks[at]?.energyWh.reduce<bigint>((total, value) => total + value, 0n)
    expect([sum(0), sum(1)]).toEqual([4n, 5n])
  })

  it.each([
    ['A', 'Measured'],
    ['E52', 'Estimated'],
    ['S14', 'Substituted'],
    ['F16', 'Substituted'],
  ])('takes quality %s as %s', async (flag, quality) => {
    expect((await read(file(E1, day('20260101', '1', flag)))).blocks[0]?.quality).toBe(quality)
  })

  it('leaves out a day without numbers, empty or zero', async () => {
    for (const value of ['', '0']) {
      const { items } = await read(file(E1, day('20260101', value, 'N')))
      const facts = { meter: 'NMI0000001', channel: 'E1', day: '2026-01-01', first: 1, last: 48, count: 48 }
      expect(items).toEqual([{ kind: 'remark', about: { name: 'NemIntervalsMissing', facts, line: 3 } }])
    }
  })

  it('yields the parts of a day around a gap', async () => {
    const varied = file(
      E1,
      day('20260101', '1', 'V'),
      '400,1,10,A',
      '400,11,20,N',
      '400,21,30,E52,,',
      '400,31,48,S14,,x',
    )
    const { blocks, remarks } = await read(varied)
    const start = Date.UTC(2025, 11, 31, 14) / 1_000
    expect(blocks.map((block) => [(block.start - start) / 1_800, block.energyWh.length])).toEqual([
      [0, 10],
      [20, 28],
    ])
    expect(blocks[1]?.quality).toEqual([...Array(10).fill('Estimated'), ...Array(18).fill('Substituted')])
    expect(remarks[0]?.about.facts).toMatchObject({ first: 11, last: 20 })
  })

  it('yields both when a day comes again, the later one after a remark', async () => {
    const { items } = await read(
      file(E1, day(), day('20260102'), E1.replace('SERIAL1', 'SERIAL2'), day('20260101', '2')),
    )
    expect(
      items.map((item) =>
        item.kind === 'intervals' ? item.energyWh[0] : `${item.kind} ${'about' in item && item.about.name}`,
      ),
    ).toEqual([1_000n, 1_000n, 'remark NemDayReplaced', 2_000n])
  })

  it('names a channel that is not energy once, and checks its lines all the same', async () => {
    const q1 = '200,NMI0000001,E1Q1,1,Q1,N1,SERIAL1,kVArh,30,'
    const { items, remarks } = await read(file(q1, day(), q1, day('20260102')))
    expect(named(remarks)).toEqual(['NemChannelLeftOut: 2'])
    expect(items).toEqual(remarks)
    expect(await faultsOf(file(q1, day('20260230')))).toEqual(['NemDateUnknown: 3'])
  })

  it('yields what the register showed', async () => {
    const { readings } = await read(file(E1, day(), '500,A,RSO1,20260102093000,00123.4567', '500,S,RSO2,,'))
    const time = Date.UTC(2026, 0, 1, 23, 30) / 1_000
    const about = { meter: 'NMI0000001', channel: 'E1', direction: 'import', register: null, quality: 'Measured' }
    expect(readings).toEqual([{ kind: 'reading', ...about, time, valueWh: 123_456n, line: 4 }])
  })

  it.each([
    ['with the mark of UTF-8', (text: string) => `\uFEFF${text}`],
    ['with line feeds alone', (text: string) => text.replaceAll('\r', '')],
    ['without a line end after 900', (text: string) => text.trimEnd()],
    ['padded to one width by a spreadsheet', (text: string) => text.replace('\n900', `\n900${','.repeat(54)}`)],
    ['quoted by a spreadsheet', (text: string) => text.replace('NMI0000001', '"NMI0000001"')],
    ['with blank lines', (text: string) => text.replaceAll('\r\n', '\r\n\r\n')],
  ])('reads a file %s', async (_, change) => {
    const { blocks, faults } = await read(change(file(E1, day())))
    expect([blocks.length, faults]).toEqual([1, []])
  })
})

describe('readNem12 refuses', () => {
  it.each<[string, string[], string]>([
    ['a day that the calendar does not have', [day('20260229')], 'NemDateUnknown: 3'],
    ['a day before the market', [day('19000101')], 'NemDateUnknown: 3'],
    ['a value too few', [day().replace(',1,', ',')], 'NemValuesMiscounted: 3'],
    ['a value too many', [day().replace(',1,', ',1,1,')], 'NemValuesMiscounted: 3'],
    ['fields too many', [`${day()}x,y`], 'NemFieldsMiscounted: 3'],
    ['no quality', [day('20260101', '1', '')], 'NemQualityUnknown: 3'],
    ['a quality there is not', [day('20260101', '1', 'X')], 'NemQualityUnknown: 3'],
    ['a number below zero', [day('20260101', '-0.5')], 'NemEnergyNegative: 3'],
    ['no number', [day('20260101', '')], 'NemNumberMalformed: 3'],
    ['a point alone', [day('20260101', '.')], 'NemNumberMalformed: 3'],
    ['a formula', [day('20260101', '=1+1')], 'NemNumberMalformed: 3'],
    ['NaN', [day('20260101', 'NaN')], 'NemNumberMalformed: 3'],
    ['more than any connection takes', [day('20260101', '4000001')], 'NemNumberTooLarge: 3'],
    ['more than can be counted', [day('20260101', '1e50')], 'NemNumberTooLarge: 3'],
    ['more decimals than are counted', [day('20260101', '0.0000000000000000000001')], 'NemNumberTooFine: 3'],
    ['a quality that varies, without 400', [day('20260101', '1', 'V')], 'NemVariationMissing: 3'],
    ['400 that stop before the day ends', [day('20260101', '1', 'V'), '400,1,47,A'], 'NemVariationMissing: 3'],
    ['400 that overlap', [day('20260101', '1', 'V'), '400,1,24,A', '400,24,48,A'], 'NemVariationUneven: 5'],
    ['400 with a hole', [day('20260101', '1', 'V'), '400,1,24,A', '400,26,48,A'], 'NemVariationUneven: 5'],
    ['400 past the day', [day('20260101', '1', 'V'), '400,1,49,A'], 'NemVariationUneven: 4'],
    ['400 backwards', [day('20260101', '1', 'V'), '400,1,24,A', '400,25,24,A'], 'NemVariationUneven: 5'],
    ['400 that varies itself', [day('20260101', '1', 'V'), '400,1,48,V'], 'NemQualityUnknown: 4'],
    ['400 of a day that does not vary', [day(), '400,1,48,A'], 'NemVariationUnexpected: 4'],
    ['400 without a day', ['400,1,48,A'], 'NemRecordMisplaced: 3'],
    ['400 after 500', [day('20260101', '1', 'V'), '400,1,48,A', '500,A', '400,1,48,A'], 'NemRecordMisplaced: 6'],
    ['a register read at no time', [day(), '500,A,,20260101250000,5'], 'NemTimeUnknown: 4'],
    ['a register below zero', [day(), '500,A,,20260101000000,-5'], 'NemEnergyNegative: 4'],
    ['a record there is not', ['600,1'], 'NemRecordUnknown: 3'],
    ['a record of NEM13', ['250,1'], 'NemRecordUnknown: 3'],
    ['a second header', [HEADER], 'NemHeaderAgain: 3'],
    ['a line of something else', ['€ 5'], 'NemTextNotPlain: 3'],
    ['a zero byte', ['300,\u0000'], 'NemTextNotPlain: 3'],
    ['a line without end', [`300,${'1,'.repeat(10_000)}`], 'NemLineTooLong: 3'],
  ])('%s', async (_, lines, fault) => expect(await inFile(...lines)).toEqual([fault]))

  it.each([
    [E1.replace('kWh', 'kVArh'), 'NemUnitUnknown: 2'],
    [E1.replace('kWh', ''), 'NemUnitUnknown: 2'],
    [E1.replace(',30,', ',1,'), 'NemIntervalUnknown: 2'],
    [E1.replace(',30,', ',60,'), 'NemIntervalUnknown: 2'],
    [E1.replace('NMI0000001', ''), 'NemNameUnknown: 2'],
    [E1.replace('NMI0000001', '=HYPERLINK(1)'), 'NemNameUnknown: 2'],
    ['200,NMI0000001', 'NemFieldsMiscounted: 2'],
  ])('the channel %s, and passes over its days', async (channel, fault) =>
    expect(await faultsOf(file(channel, day('20260230', 'x', 'V'), '400,1,2,Z', '500,A,,x,y'))).toEqual([fault]),
  )

  it.each([
    ['', 'NemFileEmpty: null'],
    ['\r\n \r\n', 'NemFileEmpty: null'],
    [`${E1}\r\n${day()}\r\n900`, 'NemHeaderMissing: 1'],
    [file().replace('NEM12', 'NEM13'), 'NemHeaderOther: 1'],
    ['100,NEM12\r\n900', 'NemFieldsMiscounted: 1'],
    [file(day()), 'NemRecordMisplaced: 2'],
    [file(E1, day()).replace('900\r\n', ''), 'NemEndMissing: null'],
    [`${file(E1)}900\r\n`, 'NemEndAgain: 4'],
    [`${file(E1)}${day()}`, 'NemTextAfterEnd: 4'],
  ])('a file %j', async (text, fault) => expect(await faultsOf(text)).toEqual([fault]))

  it('goes on after a fault: a report names more than the first', async () => {
    const text = file(
      E1,
      day('20260230'),
      day('20260101', 'x'),
      day('20260103', '1', 'V'),
      '400,2,3,A',
      '400,3,4,A',
      day(),
    )
    const { faults, blocks } = await read(text)
    expect(named(faults)).toEqual(['NemDateUnknown: 3', 'NemNumberMalformed: 4', 'NemVariationUneven: 6'])
    expect(blocks).toHaveLength(1)
  })

  it('stops after 100 faults', async () => {
    const { items, faults } = await read(file(E1, ...Array(500).fill(day('20260230')), day()))
    expect([items.length, faults.length]).toEqual([100, 100])
  })

  it('counts remarks of which there are more than a hundred', async () => {
    const { remarks, blocks } = await read(file(E1, ...Array(200).fill(day())))
    expect([blocks.length, remarks.length]).toEqual([200, 101])
    expect(remarks.at(-1)?.about).toMatchObject({ name: 'RemarksLeftOut', facts: { count: 99 } })
  })
})
