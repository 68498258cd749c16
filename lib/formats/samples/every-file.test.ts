/**
 * Every sample file is imported with the totals that another program computed from it and that the data's index states, or
 * refused by name. The project carries a cut of each shape of delimited file; with SAMPLE_DATA=<folder> the same holds for
 * the whole folder, and a file that nobody expects fails.
 */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import type { IntervalBlock, RegisterReading } from '@/lib/formats/meter-file'
import { readMeterFile } from '@/lib/formats/read-meter-file'
import cuts from './expected/cuts.json'
import whole from './expected/whole.json'
import { inOrder, whole as saidOf } from '@/lib/formats/reading.sample'
import { optionsOf, REFUSED, STATED } from './how'

interface ExpectedChannel {
  direction: string
  /** Exact, with twelve decimals. */
  wh?: string
  intervals?: number
  register?: string
  readings?: number
}
type Expected = Readonly<Record<string, Readonly<Record<string, ExpectedChannel>>>>

/** What came out of one channel, over all meters of a file. */
interface Got {
  direction: string
  wh: bigint
  intervals: number
  /** Each may lose less than a watt-hour. */
  streams: Set<string>
  readings: number
  register: bigint
}

const CARRIED = fileURLToPath(new URL('meter', import.meta.url))
const given = inject('sampleData')
/** 10^-12 Wh. */
const FINE = 12

const folders: { name: string; root: string; expected: Expected; isWhole: boolean }[] = [
  { name: 'carried', root: CARRIED, expected: cuts, isWhole: false },
  ...(given === '' ? [] : [{ name: 'whole', root: given, expected: whole, isWhole: true }]),
]

describe.each(folders)('every file of the $name samples', ({ root, expected, isWhole }) => {
  const files = filesIn(root)
  const read = new Map<string, Map<string, Got>>()

  it.each(files)('%s', { timeout: 120_000 }, async (path) => {
    const { channels, faults } = await totalsOf(root, path)
    const refused = REFUSED[path]
    expect(faults).toEqual(refused === undefined ? [] : [refused])
    if (refused !== undefined) return
    const wanted = expected[path]
    if (!wanted) throw new Error(`nobody says what must come out of ${path}`)
    expect([...channels.keys()].sort()).toEqual(Object.keys(wanted).sort())
    for (const [name, channel] of Object.entries(wanted)) compare(name, channels.get(name), channel)
    read.set(path, channels)
  })

  it('expects no file that is not there', () => {
    const missing = Object.keys(expected).filter((path) => !files.includes(path))
    expect(missing).toEqual([])
  })

  if (!isWhole) return

  it.each(STATED)('the index states $kwh $direction of $files $channel', (stated) => {
    const { files, direction, kwh, channel, mega } = stated
    let sum = 0n
    for (const [path, channels] of read)
      for (const [name, got] of path.startsWith(files) ? channels : [])
        if (got.direction === direction && (channel === undefined || channel === name)) sum += got.wh
    const decimals = kwh.split('.')[1]?.length ?? 0
    expect(asStated(Number(sum) / (mega ? 1e6 : 1e3), decimals)).toBe(kwh)
  })

  it('the index states the least and the most of twelve homes and fifteen buildings', () => {
    const kwh = (folder: string, direction: string) =>
      [...read]
        .filter(([path]) => path.startsWith(folder))
        .flatMap(([, channels]) => [...channels.values()].filter((got) => got.direction === direction))
        .map(({ wh }) => Number(wh) / 1e3)
        .sort((a, b) => a - b)
    const [homeImport, homeExport] = [kwh('us_ca_homes_hourly', 'import'), kwh('us_ca_homes_hourly', 'export')]
    const buildings = kwh('ci_uk_university', 'import')
    expect([homeImport.length, homeExport.length, buildings.length]).toEqual([12, 12, 15])
    const ends = (values: number[]) => [values[0], values.at(-1)].map((value) => Number(asStated(value ?? 0, 0)))
    expect([ends(homeImport), ends(homeExport)]).toEqual([
      [4_389, 9_786],
      [226, 3_977],
    ])
    expect([Math.round((buildings[0] ?? 0) / 1e3), ((buildings.at(-1) ?? 0) / 1e6).toFixed(1)]).toEqual([48, '7.9'])
  })
})

function filesIn(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'ORIGINS.md')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

async function totalsOf(root: string, path: string) {
  const channels = new Map<string, Got>()
  const faults: string[] = []
  const file = { name: path, bytes: createReadStream(join(root, path)) }
  for await (const item of readMeterFile(file, optionsOf(path, solarKwOf(root, path)))) {
    if (item.kind === 'fault') faults.push(item.about.name)
    // Whatever is said has its sentence.
    await saidOf(inOrder([item]))
    if (item.kind === 'intervals' || item.kind === 'reading') addTo(channels, item)
  }
  return { channels, faults }
}

function addTo(channels: Map<string, Got>, item: IntervalBlock | RegisterReading): void {
  // Where each column is a meter its name is what tells it from the others.
  const name = item.channel === 'energy' && item.meter !== '' ? item.meter : item.channel
  const { direction } = item
  const fresh = () => ({ direction, wh: 0n, intervals: 0, streams: new Set<string>(), readings: 0, register: 0n })
  const got = channels.get(name) ?? fresh()
  channels.set(name, got)
  if (item.kind === 'reading') {
    got.readings += 1
    got.register = item.valueWh
    return
  }
  got.streams.add(item.meter)
  got.intervals += item.energyWh.length
  for (const energy of item.energyWh) got.wh += energy
}

function compare(name: string, got: Got | undefined, wanted: ExpectedChannel): void {
  expect(got?.direction, name).toBe(wanted.direction)
  if (!got) return
  if (wanted.intervals !== undefined) expect(got.intervals, name).toBe(wanted.intervals)
  if (wanted.wh !== undefined) {
    const lost = fine(wanted.wh) - got.wh * 10n ** BigInt(FINE)
    expect(
      lost >= 0n && lost < BigInt(got.streams.size) * 10n ** BigInt(FINE),
      `${name}: ${got.wh} of ${wanted.wh}`,
    ).toBe(true)
  }
  if (wanted.readings !== undefined) expect(got.readings, name).toBe(wanted.readings)
  if (wanted.register !== undefined) expect(got.register, name).toBe(BigInt(wanted.register.split('.')[0] ?? ''))
}

/** The index rounded sums that had been rounded to a decimal more: 6,011.49 became 6,011.5 and then 6,012. */
function asStated(value: number, decimals: number): string {
  return Number(value.toFixed(decimals + 1)).toFixed(decimals)
}

function fine(wh: string): bigint {
  return BigInt(wh.replace('.', ''))
}

/** The size of a home's plant, from the schema beside it. */
function solarKwOf(root: string, path: string): number {
  const schema = join(root, 'us_ca_homes_hourly/schema.json')
  const home = /Building_\d+/.exec(path)?.[0]
  if (home === undefined || !existsSync(schema)) return 0
  const { buildings } = JSON.parse(readFileSync(schema, 'utf8')) as {
    buildings: Record<string, { pv: { attributes: { nominal_power: number } } }>
  }
  return buildings[home]?.pv.attributes.nominal_power ?? 0
}
