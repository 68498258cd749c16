/** Files that were cut, damaged or made to harm: named faults, no exception, no memory. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MeterFileReader } from '../meter-file'
import { readNem12 } from './nem12'
import { readNem13 } from './nem13'
import { meterFile, readAll } from '../reading.sample'

const FOLDER = path.join(import.meta.dirname, '../samples/nem12')
const sample = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)))
const VARIED = `${new TextDecoder().decode(sample('Example_NEM12_substituted_interval.csv')).split('\r\n200,').slice(0, 2).join('\r\n200,')}
300,20030802,${'1.5,'.repeat(48)}V,,,20030804025521,
400,1,20,N,,
400,21,48,E52,,
500,A,RSO,20030803120000,123.4
900`

const SUBJECTS: [string, MeterFileReader, Uint8Array][] = [
  ['several channels', readNem12, sample('Example_NEM12_actual_interval.csv')],
  ['a day that varies', readNem12, new TextEncoder().encode(VARIED)],
  ['register reads', readNem13, sample('Example_NEM13_consumption_data.csv')],
]

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % below
  }
}

describe.each(SUBJECTS)('%s', (_, reader, whole) => {
  it('is read as it is', async () => expect((await readAll(reader, whole)).faults).toEqual([]))

  it('is refused when it is cut at any byte before its end', async () => {
    const end = new TextDecoder().decode(whole).lastIndexOf('900') + 3
    for (let at = 0; at < end; at++) expect((await readAll(reader, whole.subarray(0, at))).faults).not.toEqual([])
  })

  it('yields items or named faults with bytes that are wrong, gone, or twice there', async () => {
    const next = numbers(12)
    for (let round = 0; round < 1_500; round++) {
      const bytes = [...whole]
      for (let change = next(4); change >= 0; change--) {
        const at = next(bytes.length)
        const kind = next(3)
        if (kind === 0) bytes[at] = next(256)
        else if (kind === 1) bytes.splice(at, 1 + next(20))
        else bytes.splice(at, 0, ...bytes.slice(at, at + 1 + next(200)))
      }
      // A sentence is asked for of each fault; an exception or a wait without end fails.
      const { blocks } = await readAll(reader, Uint8Array.from(bytes), 1 + next(500))
      for (const { energyWh, seconds } of blocks) expect(energyWh.length * seconds).toBeLessThanOrEqual(86_400)
    }
  })
})

describe('a file of any size', () => {
  const HEADER = '100,NEM12,202601010900,MDP,RETAILER\n'
  const channel = (at: number) => `200,NMI${String(at).padStart(7, '0')},E1,1,E1,N1,${at},kWh,5,\n`
  const day = (at: number) => new Date(Date.UTC(1995, 0, 1 + at)).toISOString().slice(0, 10).replaceAll('-', '')
  const values = '0.123,'.repeat(288)

  async function* meters(count: number, dayOf: (at: number) => number): AsyncGenerator<Uint8Array> {
    const encode = (text: string) => new TextEncoder().encode(text)
    yield encode(HEADER)
    for (let meter = 0; meter < count; meter++)
      for (let first = 0; first < 365; first += 73) {
        const days = Array.from({ length: 73 }, (_, at) => `300,${day(dayOf(first + at))},${values}A,,,,\n`)
        yield encode((first === 0 ? channel(meter) : '') + days.join(''))
      }
    yield encode('900\n')
  }

  /** Bytes that stay in use while it is read, at the most that was seen. */
  async function growth(
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ blocks: number; grown: number; faults: string[] }> {
    const faults: string[] = []
    const before = process.memoryUsage().heapUsed
    let [blocks, grown] = [0, 0]
    for await (const item of readNem12({ name: 'large', bytes })) {
      if (item.kind === 'fault') faults.push(item.about.name)
      if (item.kind === 'intervals' && ++blocks % 500 === 0)
        grown = Math.max(grown, process.memoryUsage().heapUsed - before)
    }
    return { blocks, grown, faults }
  }

  it('takes no more than 64 MiB: 65 MB of days in order, and days that leave gaps', async () => {
    const inOrder = await growth(meters(100, (at) => at))
    expect(inOrder).toMatchObject({ blocks: 36_500, faults: [] })
    expect(inOrder.grown).toBeLessThan(64 * 2 ** 20)
    const scattered = await growth(meters(20, (at) => at * 2))
    expect(scattered).toMatchObject({ blocks: 7_300, faults: [] })
    expect(scattered.grown).toBeLessThan(64 * 2 ** 20)
  })

  it('keeps nothing of a piece but the name of a meter', async () => {
    const days = Array.from({ length: 36 }, (_, at) => `300,${day(at)},${values}A,,,,\n`).join('')
    async function* long() {
      yield new TextEncoder().encode(HEADER)
      for (let meter = 0; meter < 1_500; meter++)
        yield new TextEncoder().encode(channel(meter).replace('NMI', 'NMIOFTWENTY01') + days)
      yield new TextEncoder().encode('900\n')
    }
    const { blocks, grown, faults } = await growth(long())
    expect([blocks, faults]).toEqual([54_000, []])
    expect(grown).toBeLessThan(64 * 2 ** 20)
  })

  it('is refused when it is one line, after the first pieces of it', async () => {
    let taken = 0
    async function* endless() {
      yield new TextEncoder().encode(HEADER)
      for (;;) {
        taken += 1
        yield new Uint8Array(65_536).fill(49)
      }
    }
    expect((await growth(endless())).faults).toEqual(['NemLineTooLong'])
    expect(taken).toBe(1)
  })

  it('is refused when it has more channels than can be followed', async () => {
    async function* many() {
      yield new TextEncoder().encode(HEADER)
      for (let first = 0; first <= 50_000; first += 1_000)
        yield new TextEncoder().encode(Array.from({ length: 1_000 }, (_, at) => channel(first + at)).join(''))
    }
    const { faults } = await growth(many())
    expect([faults.length, new Set(faults)]).toEqual([100, new Set(['NemChannelsTooMany'])])
  })

  it('lets go of the bytes when nobody reads on', async () => {
    let closed = false
    async function* watched() {
      try {
        yield* meterFile(sample('Example_NEM12_month_solar.csv')).bytes
      } finally {
        closed = true
      }
    }
    for await (const item of readNem12({ name: 'left', bytes: watched() })) if (item.kind === 'intervals') break
    expect(closed).toBe(true)
  })
})
