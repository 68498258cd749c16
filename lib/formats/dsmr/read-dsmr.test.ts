import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { damaged, meterFile, whole } from '../reading.sample'
import { readDsmr } from './read-dsmr'

const AT = 1_478_545_200
const sample = (name: string) => readFileSync(new URL(`../samples/dsmr/${name}.txt`, import.meta.url))
const read = (content: string | Uint8Array, options: { at?: number } = {}) =>
  whole(readDsmr(meterFile(content, 13), options))
const shown = ({ readings }: Awaited<ReturnType<typeof read>>) =>
  readings.map(({ channel, direction, register, valueWh }) => `${channel} ${direction} ${register} ${valueWh}`)

// The values upstream's own parser asserts for its telegrams.
describe('readDsmr on published telegrams', () => {
  it('reads V4.2, whose checksum is right', async () => {
    const found = await read(sample('TELEGRAM_V4_2'))
    expect(shown(found)).toEqual([
      '1.8.1 import valley 1581123',
      '1.8.2 import peak 1435706',
      '2.8.1 export valley 0',
      '2.8.2 export peak 0',
    ])
    expect(found.readings.map(({ time }) => time)).toEqual(Array(4).fill(Date.UTC(2016, 10, 13, 19, 57, 57) / 1_000))
    expect(found.readings[0]).toMatchObject({ meter: '3960221976967177082151037881335713', line: 6 })
    expect([found.faults, found.remarks]).toEqual([[], ['DsmrOtherMeters 1']])
  })

  it('reads V4.2 also after a program has taken the returns from its lines', async () => {
    const text = sample('TELEGRAM_V4_2').toString('latin1').replaceAll('\r', '')
    expect((await read(text)).readings).toHaveLength(4)
  })

  it.each([
    ['TELEGRAM_V2_2', '00000000000000', 1_001n],
    ['TELEGRAM_V3', 'K8EG004046395507', 12_345_678n],
  ])('reads %s at the time it is given, and says that nothing vouches for it', async (name, meter, valueWh) => {
    const found = await read(sample(name), { at: AT })
    expect(found.readings.map((reading) => [reading.meter, reading.time, reading.valueWh])).toEqual(
      Array(4).fill([meter, AT, valueWh]),
    )
    expect(found.remarks).toEqual(['DsmrUnchecked 1', 'DsmrOtherMeters 1'])
    expect((await read(sample(name))).faults).toEqual(['DsmrTimeMissing 1'])
  })

  it('dates only the first of several telegrams without a time', async () => {
    const twice = Buffer.concat([sample('TELEGRAM_V3'), sample('TELEGRAM_V3')])
    const found = await read(twice, { at: AT })
    expect([found.readings.length, found.remarks.at(-1)]).toEqual([4, 'DsmrUndated 21'])
  })
})

const telegram = (lines: readonly string[], head = '/ISK5\\2M550T-1012') => [head, '', ...lines, '!', ''].join('\r\n')
const ENERGY = '1-0:1.8.1(000001.500*kWh)'
const readingTime = async (stamp: string) => {
  const found = await read(telegram([`0-0:1.0.0(${stamp})`, ENERGY]))
  return [...found.readings.map(({ time }) => new Date(time * 1_000).toISOString()), ...found.faults, ...found.remarks]
}

describe('what telegrams say', () => {
  it.each([
    ['161113205757W', '2016-11-13T19:57:57.000Z'],
    ['170701120000S', '2017-07-01T10:00:00.000Z'],
    // The hour that the clocks pass twice.
    ['211031023000S', '2021-10-31T00:30:00.000Z'],
    ['211031023000W', '2021-10-31T01:30:00.000Z'],
  ])('the time %s is %s', async (stamp, expected) =>
    expect(await readingTime(stamp)).toEqual([expected, 'DsmrUnchecked 1']),
  )

  it('doubts a season the Netherlands did not have', async () =>
    expect(await readingTime('161113205757S')).toEqual(['2016-11-13T18:57:57.000Z', 'DsmrUnchecked 1', 'DsmrSeason 1']))

  it.each(['161113205757', '160230000000W', '161113245757W', '161113206757W', 'yesterday'])(
    'refuses the time %s',
    async (stamp) => expect(await readingTime(stamp)).toEqual(['DsmrTimeMalformed 1', 'DsmrUnchecked 1']),
  )

  it('knows that Belgium numbers its tariffs the other way round', async () => {
    const lines = ['0-0:96.1.4(50217)', '0-0:1.0.0(230101120000W)', ENERGY, '1-0:1.8.2(000002.000*kWh)']
    // With the sum another program has computed: Belgian telegrams have one.
    const found = await read(telegram(lines, '/FLU5\\253769484_A').replace('!', '!65D8'))
    expect(shown(found)).toEqual(['1.8.1 import peak 1500', '1.8.2 import valley 2000'])
  })

  it('takes totals, rounds down what is finer than a Wh, and leaves out other tariffs', async () => {
    const lines = ['1-0:1.8.0(1.2349*kWh)', '1-0:2.8.0(17*Wh)', '1-0:1.8.3(1*kWh)', '1-0:1.7.0(01.193*kW)']
    const found = await read(telegram(lines), { at: AT })
    expect(shown(found)).toEqual(['1.8.0 import null 1234', '2.8.0 export null 17'])
    expect(found.remarks).toEqual(['DsmrUnchecked 1', 'DsmrRegisterUnknown 5 {"channel":"1.8.3"}'])
  })

  it.each(['(1,5*kWh)', '(-1*kWh)', '(1e9*kWh)', '(1.5)', '()', '(1.5*m3)'])('refuses the value %s', async (value) =>
    expect((await read(telegram([ENERGY, `1-0:1.8.2${value}`]), { at: AT })).faults).toEqual([
      'DsmrValueMalformed 4 {"channel":"1.8.2"}',
    ]),
  )
})

describe('damaged telegrams', () => {
  const good = sample('TELEGRAM_V4_2')
  const text = good.toString('latin1')

  it('leaves out what is damaged, cut or of no telegram by its line, and goes on', async () => {
    const wrong = text.replace('001581.123', '001581.124')
    const found = await read(`${text.slice(500)}${wrong}${text}${text.slice(0, 300)}\r\n${text}`)
    expect([found.readings.length, found.faults]).toEqual([8, []])
    const after = text.slice(500).split('\n').length
    expect(found.remarks).toEqual([
      'DsmrStray 1',
      `DsmrChecksum ${after}`,
      'DsmrOtherMeters ' + (after + 36),
      `DsmrCut ${after + 72}`,
    ])
  })

  it.each([
    ['an empty file', '', ['DsmrNoTelegram'], []],
    ['another text', 'Dear Sir,\n', ['DsmrNoTelegram'], ['DsmrStray 1']],
    [
      'a telegram whose checksum was taken away',
      text.replace(/![0-9A-F]{4}/, '!'),
      ['DsmrNoTelegram'],
      ['DsmrChecksum 1'],
    ],
    ['a checksum that is no number', text.replace(/![0-9A-F]{4}/, '!six.'), ['DsmrNoTelegram'], ['DsmrChecksum 1']],
    ['a telegram without end', text.slice(0, 600), ['DsmrNoTelegram'], ['DsmrCut 1']],
    ['a line without end', `/ISK5\n${'9'.repeat(1_000_000)}`, ['DsmrNoTelegram'], ['DsmrTooLong 1']],
    ['lines without end', `/ISK5\n${'9\n'.repeat(500_000)}`, ['DsmrNoTelegram'], ['DsmrTooLong 1', 'DsmrStray 8192']],
    [
      'gas only',
      telegram(['0-1:24.2.1(161129200000W)(00981.443*m3)']),
      ['DsmrNoEnergy'],
      ['DsmrUnchecked 1', 'DsmrOtherMeters 1'],
    ],
  ])('refuses %s', async (_, content, faults, remarks) => {
    expect(await whole(readDsmr(meterFile(content, 5_000)))).toMatchObject({ faults, remarks, readings: [] })
  })

  it('yields only what has a right checksum, however bits are turned', async () => {
    for (const bytes of damaged(good, 2_000))
      for (const { valueWh } of (await read(bytes)).readings) expect([1_581_123n, 1_435_706n, 0n]).toContain(valueWh)
  })

  it('gives up a file of nothing but damaged telegrams long before its end', async () => {
    const found = await whole(readDsmr(meterFile('/\n'.repeat(1_000_000), 65_536)))
    expect(found.faults).toEqual(['DsmrDamaged 10001 {"most":10000}'])
    expect(found.remarks).toHaveLength(101)
  })

  it('passes over a million empty lines in no time', async () => {
    const [blank, began] = ['\n'.repeat(1_000_000), Date.now()]
    const found = await whole(readDsmr(meterFile(blank + text, 65_536)))
    expect([found.readings.length, found.remarks]).toEqual([4, ['DsmrOtherMeters 1000001']])
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  it('goes on after a fault, up to a hundred', async () => {
    const found = await read(telegram(['0-0:1.0.0(yesterday)', ENERGY]).repeat(120))
    expect(found.faults).toHaveLength(100)
  })
})
