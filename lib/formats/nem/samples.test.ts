import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { zippedOrNot } from '../zipped'
import { readNem12 } from './nem12'
import { readNem13 } from './nem13'
import { named, readAll, type ReadAll } from '../reading.sample'

const FOLDER = path.join(import.meta.dirname, '../samples/nem12')
const bytesOf = (name: string) => readFileSync(path.join(FOLDER, name))
const json = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))
const readerOf = (name: string) => zippedOrNot(name.includes('NEM13') ? readNem13 : readNem12)
const read = (name: string) => readAll(readerOf(name), bytesOf(name))

const scenarios = readdirSync(path.join(FOLDER, 'mdff_scenarios')).map((name) => `mdff_scenarios/${name}`)
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .concat(scenarios)

/** A register of generation that went backwards, by a quantity that says so: no market can bill it. */
const REFUSED = { 'NEM13_SEN1312023_AGILITY_NEMMCO.zip': ['NemQuantityNegative: 2'] }

/** Energy and intervals of each channel: of NEM13 from the first reading to the last, rolled over at five digits. */
function sumsOf({ blocks, readings, remarks }: ReadAll): Record<string, [bigint, number]> {
  const sums: Record<string, [bigint, number]> = {}
  const add = (key: string, energy: bigint, count: number) => {
    const [sum, intervals] = sums[key] ?? [0n, 0]
    sums[key] = [sum + energy, intervals + count]
  }
  for (const { meter, channel, energyWh } of blocks)
    add(
      `${meter} ${channel}`,
      energyWh.reduce<bigint>((sum, value) => sum + value, 0n),
      energyWh.length,
    )
  for (const { facts, name } of remarks.map(({ about }) => about))
    if (name === 'NemIntervalsMissing')
      add(`${facts.meter} ${facts.channel}`, 0n, Number(facts.last) - Number(facts.first) + 1)
  const last = new Map<string, bigint>()
  for (const { meter, channel, valueWh } of blocks.length > 0 ? [] : readings) {
    const before = last.get(channel)
    const advance = before === undefined ? 0n : valueWh - before
    add(`${meter} ${channel}`, advance < 0n ? advance + 100_000_000n : advance, before === undefined ? 0 : 1)
    last.set(channel, valueWh)
  }
  return sums
}

describe('the NEM samples', () => {
  const totals: Record<string, Record<string, { wh: string; values: number }>> = json('totals.json').files

  it('are all here', () => {
    expect(scenarios).toHaveLength(34)
    expect(files.map((name) => path.basename(name)).sort()).toEqual(Object.keys(totals).sort())
  })

  it.each(files)('%s holds the energy that another program finds in it', async (name) => {
    const found = await read(name)
    const refused: Record<string, string[]> = REFUSED
    expect(named(found.faults)).toEqual(refused[path.basename(name)] ?? [])
    if (found.faults.length > 0) return
    const expected = Object.entries(totals[path.basename(name)] ?? {}).map(([channel, { wh, values }]) => [
      channel,
      [BigInt(wh), values],
    ])
    expect(sumsOf(found)).toEqual(Object.fromEntries(expected))
  })

  it.each(files)('%s says the same in pieces of 1 and of 7 bytes', async (name) => {
    const whole = await read(name)
    for (const piece of name.includes('month_solar') ? [7] : [1, 7])
      expect(await readAll(readerOf(name), bytesOf(name), piece)).toEqual(whole)
  })

  it('are as their own project asserts', async () => {
    const expected = json('expected.json')
    const actual = await read('Example_NEM12_actual_interval.csv')
    const { nmi, E1 } = expected['Example_NEM12_actual_interval.csv']
    expect(actual.blocks.map(({ meter, channel, energyWh }) => [meter, channel, energyWh.length])).toEqual([
      [nmi, 'E1', E1.readings],
    ])
    expect(Number(actual.blocks[0]?.energyWh[10]) / 1_000).toBeCloseTo(E1.idx10, 1)
    const multiple = await read('Example_NEM12_multiple_meters.csv')
    const nmis = [...new Set(multiple.blocks.map(({ meter }) => meter))]
    expect(nmis).toEqual(expected['Example_NEM12_multiple_meters.csv'].nmis)
    const lengths = await read('Example_NEM12_different_interval_length.csv')
    const count = expected['Example_NEM12_different_interval_length.csv'].E1
    expect(lengths.blocks.map(({ energyWh }) => energyWh.length)).toEqual([count, count])
  })

  it('say what a month took from the grid and gave to it: 270.7 and 589.2 kWh', async () => {
    const { blocks } = await read('Example_NEM12_month_solar.csv')
    const kwh = (direction: string) =>
      blocks
        .filter((block) => block.direction === direction)
        .flatMap(({ energyWh }) => energyWh)
        .reduce<bigint>((sum, value) => sum + value, 0n)
    expect([kwh('import'), kwh('export')]).toEqual([270_738n, 589_172n])
    // 1 March 2023 begins at 14:00 UTC of the day before.
    expect([blocks[0]?.start, blocks[0]?.seconds]).toEqual([Date.UTC(2023, 1, 28, 14) / 1_000, 300])
    expect(blocks).toHaveLength(62)
  })

  it('say how sure each interval is', async () => {
    const { blocks } = await read('mdff_scenarios/NEM12_08150_05031502_WBAYM_NEMMCO.zip')
    const [first, second] = blocks.map(({ quality }) => quality)
    expect(first).toEqual([...Array(22).fill('Measured'), ...Array(26).fill('Substituted')])
    expect(second).toBe('Substituted')
    const estimated = await read('mdff_scenarios/NEM12_NEM1209165Scenario9_GLOBALM_NEMMCO.ZIP')
    expect(
      estimated.blocks.map(({ quality }) => (typeof quality === 'string' ? quality : quality.slice(7, 9))),
    ).toEqual([
      ...['Measured', 'Measured', 'Measured', ['Measured', 'Estimated']],
      ...['Estimated', 'Estimated', 'Estimated'],
    ])
  })

  it('leave a gap where there is no number', async () => {
    const { blocks, remarks } = await read('mdff_scenarios/NEM12_SCENARIO1005032705_ENERGEXM_NEMMCO.zip')
    expect(named(remarks)).toEqual(['NemIntervalsMissing: 4', 'NemIntervalsMissing: 8', 'NemIntervalsMissing: 15'])
    const day = Date.UTC(2005, 2, 27, 14) / 1_000
    const onIt = blocks.filter(({ start }) => start >= day && start < day + 86_400)
    // Each half-hour has one meter: E1 until noon, then E2 and B2.
    expect(onIt.map(({ channel, start, energyWh }) => [channel, (start - day) / 3_600, energyWh.length])).toEqual([
      ['E1', 0, 24],
      ['B2', 12, 24],
      ['E2', 12, 24],
    ])
  })
})
