import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meterFile, whole, type Whole } from '../reading.sample'
import { entry, feed, intervalBlock, meterReading, reading, readingType, START, usagePoint } from './feed.sample'
import { readGreenButton } from './read-green-button'

const sample = (name: string) => readFileSync(new URL(`../samples/green-button/${name}`, import.meta.url))
const read = (content: string | Uint8Array, size = 1_000) => whole(readGreenButton(meterFile(content, size)))
const sum = ({ blocks }: Whole) => blocks.flatMap(({ energyWh }) => energyWh).reduce<bigint>((a, b) => a + b, 0n)
const HOUR = 3_600

describe('readGreenButton on published files', () => {
  it('reads nine days as another program prints them', async () => {
    const lines = sample('TestGBDataHourlyNineDaysBinnedDaily.expected.txt').toString()
    const printed = [...lines.matchAll(/^ {4}(\S+ \S+), 1:00:00: (\d+) Wh/gm)].map(([, time = '', energy]) => [
      Date.parse(time.replace(' ', 'T')) / 1_000,
      BigInt(energy ?? ''),
    ])
    const found = await read(sample('TestGBDataHourlyNineDaysBinnedDaily.xml'))
    const intervals = found.blocks.flatMap(({ start, seconds, energyWh }) =>
      energyWh.map((energy, index) => [start + index * seconds, energy]),
    )
    expect(printed).toHaveLength(216)
    expect(intervals).toEqual(printed)
    expect([found.faults, found.remarks]).toEqual([[], []])
  })

  it('reads eight hours in two blocks that do not touch', async () => {
    const found = await read(sample('electric_containerized_abridged.xml'), 1)
    expect(found.blocks.map(({ start, energyWh }) => [start, energyWh])).toEqual([
      [1_293_868_800, [450n, 430n, 418n, 410n]],
      [1_293_912_000, [595n, 591n, 611n, 581n]],
    ])
    expect(found.blocks[0]).toMatchObject({
      meter: 'RetailCustomer/3/UsagePoint/1',
      channel: '01',
      direction: 'import',
    })
  })

  it('reads quarter-hours with their qualities, and a day of 92 of them', async () => {
    const found = await read(sample('openespi_two_days.xml'))
    const [first, second] = found.blocks
    expect([first?.start, first?.energyWh.length]).toEqual([1_330_578_000, 96])
    expect([second?.start, second?.energyWh.length, second?.seconds]).toEqual([1_331_442_000, 92, 900])
    expect(first?.quality.slice(0, 3)).toEqual(['Estimated', 'Substituted', 'Measured'])
    // Counted by another program.
    expect(sum(found)).toBe(203_249n)
  })
})

const HOURS = [1, 2, 3].map((value, index) => reading({ start: START + index * HOUR, value }))
const PARTS = [
  usagePoint('A'),
  meterReading('A', '01', '07'),
  readingType('07'),
  intervalBlock('A/MeterReading/01', HOURS),
]
const one = (type: Readonly<Record<string, string | number>>, readings = HOURS) =>
  read(
    feed(
      usagePoint('A'),
      meterReading('A', '01', '07'),
      readingType('07', type),
      intervalBlock('A/MeterReading/01', readings),
    ),
  )
const energies = ({ blocks }: Whole) => blocks.map(({ energyWh }) => energyWh)

describe('how the entries of a feed belong together', () => {
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [3, 0, 1, 2],
    [1, 3, 0, 2],
    [2, 0, 3, 1],
  ]
  it.each(orders)('finds them in the order %i %i %i %i', async (...order) => {
    const found = await read(feed(...order.map((index) => PARTS[index] ?? '')))
    expect([energies(found), found.faults]).toEqual([[[1n, 2n, 3n]], []])
  })

  it('finds links behind the content, and blocks that only say where they are', async () => {
    const behind = intervalBlock('A/MeterReading/01', HOURS, true)
    expect(energies(await read(feed(...PARTS.slice(0, 3), behind)))).toEqual([[1n, 2n, 3n]])
    const lone = behind.replace(/<link rel="up"[^>]*>/, '')
    expect(energies(await read(feed(...PARTS.slice(0, 3), lone)))).toEqual([[1n, 2n, 3n]])
  })

  it('keeps the order of a channel whose type comes between its blocks', async () => {
    const next = [4, 5].map((value, index) => reading({ start: START + (3 + index) * HOUR, value }))
    const [point, meter, type, block] = PARTS
    const found = await read(
      feed(point ?? '', meter ?? '', block ?? '', type ?? '', intervalBlock('A/MeterReading/01', next)),
    )
    expect(energies(found)).toEqual([
      [1n, 2n, 3n],
      [4n, 5n],
    ])
  })

  it.each([
    [0, 'UsagePoint'],
    [1, 'MeterReading'],
    [2, 'ReadingType'],
  ])('refuses a feed without part %i, the %s', async (index, missing) => {
    const found = await read(feed(...PARTS.filter((_, other) => other !== index)))
    expect(found.faults).toEqual([`EspiUnlinked 5 {"missing":"${missing}"}`])
  })

  it('keeps several usage points and both directions apart', async () => {
    const found = await read(
      feed(
        ...PARTS,
        usagePoint('B'),
        meterReading('B', '01', '07'),
        meterReading('B', '02', '08'),
        intervalBlock('B/MeterReading/01', [reading({ start: START, value: 40 })]),
        intervalBlock('B/MeterReading/02', [reading({ start: START, value: 50 })]),
        readingType('08', { flowDirection: 19 }),
      ),
    )
    expect(
      found.blocks.map(({ meter, channel, direction, energyWh }) => [meter, channel, direction, energyWh]),
    ).toEqual([
      ['UsagePoint/A', '01', 'import', [1n, 2n, 3n]],
      ['UsagePoint/B', '01', 'import', [40n]],
      ['UsagePoint/B', '02', 'export', [50n]],
    ])
  })
})

describe('what a reading type says', () => {
  it('carries what is finer than a watt-hour, and multiplies what is coarser', async () => {
    const fine = [400, 400, 400].map((value, index) => reading({ start: START + index * HOUR, value }))
    expect(energies(await one({ powerOfTenMultiplier: -3 }, fine))).toEqual([[0n, 0n, 1n]])
    expect(energies(await one({ powerOfTenMultiplier: 3 }))).toEqual([[1_000n, 2_000n, 3_000n]])
  })

  it('reads register values at the end of their period', async () => {
    const found = await one({ accumulationBehaviour: 3, powerOfTenMultiplier: -1 }, [
      reading({ start: START, value: 12_345 }),
    ])
    expect(found.readings).toMatchObject([{ time: START + HOUR, register: null, valueWh: 1_234n, direction: 'import' }])
  })

  it.each([
    ['EspiUnit', { uom: 73 }],
    ['EspiAccumulation', { accumulationBehaviour: 12 }],
    ['EspiFlow', { flowDirection: 4 }],
  ])('leaves out by name: %s', async (name, type) => {
    const found = await one(type)
    expect(found.remarks.map((remark) => remark.split(' ')[0])).toEqual([name])
    expect(found.faults).toEqual(['EspiNoEnergy'])
  })

  it('leaves out gas beside electricity', async () => {
    const gas = [usagePoint('G', '1'), meterReading('G', '01', '07'), intervalBlock('G/MeterReading/01', HOURS)]
    const found = await read(feed(...PARTS, ...gas))
    expect([found.blocks.length, found.faults]).toEqual([1, []])
    expect(found.remarks).toEqual(['EspiNotElectricity 8 {"channel":"01"}'])
  })

  it('takes energy without a direction for energy taken, and says so', async () => {
    const found = await one({ flowDirection: 0 })
    expect([found.blocks[0]?.direction, found.remarks]).toEqual(['import', ['EspiFlowAssumed 4 {"channel":"01"}']])
  })

  it('takes the worst of several qualities, and that of the type where a reading has none', async () => {
    const readings = [{ qualities: [0, 7] }, { qualities: [17, 9, 7] }, { qualities: [99] }, {}]
    const found = await one(
      { defaultQuality: 8 },
      readings.map((changes, index) => reading({ start: START + index * HOUR, value: 1, ...changes })),
    )
    expect(found.blocks[0]?.quality).toEqual(['Substituted', 'Estimated', 'Estimated', 'Estimated'])
  })
})

describe('the times of interval readings', () => {
  it('starts another block at a gap, and at another length', async () => {
    const found = await one({}, [
      reading({ start: START, value: 1 }),
      reading({ start: START + 2 * HOUR, value: 2 }),
      reading({ start: START + 3 * HOUR, value: 3, duration: 900 }),
    ])
    expect(found.blocks.map(({ start, seconds }) => [start - START, seconds])).toEqual([
      [0, HOUR],
      [2 * HOUR, HOUR],
      [3 * HOUR, 900],
    ])
  })

  it('takes local days of 23 and 25 hours for days, and leaves out other lengths by name', async () => {
    const found = await one({}, [
      reading({ start: START, value: 1, duration: 82_800 }),
      reading({ start: START + 82_800, value: 2, duration: 90_000 }),
      reading({ start: START + 172_800, value: 3, duration: 2_592_000 }),
    ])
    expect(found.blocks).toMatchObject([{ seconds: 86_400, energyWh: [1n, 2n] }])
    expect(found.remarks).toEqual(['EspiLength 6 {"channel":"01","seconds":2592000}'])
  })

  it('spreads readings without a time over their block', async () => {
    const untimed = HOURS.map((text) => text.replace(/<timePeriod>.*<\/timePeriod>/, ''))
    expect((await one({}, untimed)).blocks).toMatchObject([{ start: START, seconds: HOUR, energyWh: [1n, 2n, 3n] }])
  })

  it.each([
    ['EspiNegative 6 {"channel":"01"}', {}, reading({ start: START, value: -1 })],
    ['EspiAbsurd 6 {"channel":"01"}', { powerOfTenMultiplier: 12 }, reading({ start: START, value: 2 })],
    ['EspiMultiplier 5 {"power":"1.5"}', { powerOfTenMultiplier: '1.5' }, reading({ start: START, value: 1 })],
    ['EspiNumber 6 {"element":"value","text":"\\"1.5\\""}', {}, reading({ start: START, value: '1.5' })],
    ['EspiNumber 6 {"element":"value","text":"\\"1e3\\""}', {}, reading({ start: START, value: '1e3' })],
    ['EspiNumber 6 {"element":"start","text":"\\"-1\\""}', {}, reading({ start: -1, value: 1 })],
    ['EspiNumber 6 {"element":"value","text":"\\"\\""}', {}, '<IntervalReading/>'],
  ])('refuses %s', async (expected, type, text) => expect((await one(type, [text])).faults).toEqual([expected]))

  it('refuses a feed without energy, and XML that is no feed', async () => {
    expect((await read(feed(usagePoint('A')))).faults).toEqual(['EspiNoEnergy'])
    expect((await read('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')).faults).toEqual(['EspiNoFeed'])
    expect((await read(feed(entry({ self: 'x', content: '' })))).faults).toEqual(['EspiNoEnergy'])
  })
})
