/** Files that are damaged, hostile or endless: named faults, never a surprise, never much memory. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { inPieces, itemsOf, said, UTC_KWH } from './csv.sample'
import { csvMappingSchema } from './mapping'
import { CSV_PRESETS, presetMapping } from './presets'
import { readCsv } from './read-csv'
import { guessMapping } from './guess'

const hours = (rows: number, cell = '1') =>
  Array.from({ length: rows }, (_, n) => `${new Date(n * 3_600_000).toISOString()},${cell}`).join('\n')

describe('a wrong file is refused by name and line', () => {
  it.each([
    ['CsvColumnMissing 1', 'when,kWh\n', {}],
    ['CsvColumnTwice 1', 'time,kWh,kWh\n', {}],
    ['CsvFileEmpty -', 'time,kWh\n', {}],
    ['CsvFileEmpty -', '', {}],
    ['CsvRowUneven 2', `time,kWh\n${hours(1)},3\n`, {}],
    ['CsvQuoteOpen 2', 'time,kWh\n"2026-01-01 00:00,1\n', {}],
    ['CsvNumberMalformed 2', `time,kWh\n${hours(1, '=1+1')}\n`, { seconds: 3_600 }],
    ['CsvNumberMalformed 2', `time,kWh\n${hours(1, '1_000')}\n`, { seconds: 3_600 }],
    ['CsvNumberAbsurd 2', `time,kWh\n${hours(1, '1e80')}\n`, { seconds: 3_600 }],
    ['CsvNumberTooFine 2', `time,kWh\n${hours(1, '1e-40')}\n`, { seconds: 3_600 }],
    ['CsvEnergyAbsurd 2', `time,kWh\n${hours(1, '5000000')}\n`, { seconds: 3_600 }],
    ['CsvLineTooLong 2', `time,kWh\n${'9'.repeat(30_000)}`, {}],
  ] as const)('%s', async (name, text, changes) => {
    expect(said(await itemsOf(text, changes, 1_000), 'fault')).toEqual([name])
  })

  it('says where bytes are no text', async () => {
    const bytes = new TextEncoder().encode(`time,kWh\n${hours(3)}\n`)
    bytes[bytes.length - 5] = 0xff
    const items = await itemsOf(bytes, { text: { encoding: 'utf-8' } }, 1_000)
    expect(said(items, 'fault').map((each) => each.split(' ')[0])).toEqual(['CsvTextMalformed'])
  })

  it('ends after a hundred faults', async () => {
    const items = await itemsOf(`time,kWh\n${hours(5_000, 'x')}\n`, { seconds: 3_600 }, 1_000)
    expect(said(items, 'fault')).toHaveLength(100)
  })

  it('lists a hundred remarks of a kind and counts the rest', async () => {
    const rows = Array.from({ length: 700 }, (_, n) => `${new Date(n * 3_600_000).toISOString()},${n % 2 ? 1 : 99_999}`)
    const items = await itemsOf(
      `time,kWh\n${rows.join('\n')}\n`,
      {
        channels: [
          {
            channel: 'import',
            direction: 'import',
            kind: 'register',
            unit: 'kWh',
            columns: ['kWh'],
            digits: 5,
            wrongReading: 'leave-out',
          },
        ],
      },
      1_000,
    )
    expect(said(items, 'remark').length).toBeLessThan(110)
  })

  it('holds a thousand meters and no more', async () => {
    const rows = Array.from({ length: 1_001 }, (_, n) => `2026-01-01 00:00,1,m${n}`)
    const items = await itemsOf(
      `time,kWh,meter\n${rows.join('\n')}\n`,
      {
        seconds: 3_600,
        meter: { kind: 'column', column: 'meter' },
      },
      1_000,
    )
    expect(said(items, 'fault')).toEqual(['CsvMetersTooMany 1002'])
  })
})

describe('a garbled file', () => {
  /** The same numbers each time: a failure can be repeated. */
  function random(seed: number): () => number {
    let state = seed
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
  }
  const whole = new TextEncoder().encode(`time,kWh,meter,state\n${hours(60, '1.5,m,Read')}\n`)
  const SOUND = ['intervals', 'remark', 'fault']

  it('yields blocks, remarks and named faults, and nothing else', async () => {
    const next = random(20_261_127)
    for (let round = 0; round < 400; round++) {
      const bytes = whole.slice(0, Math.ceil(next() * whole.length))
      for (let change = 0; change < next() * 20; change++)
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
      const quality = { column: 'state', words: { Measured: ['Read'] } }
      const mapping = csvMappingSchema.parse({ ...UTC_KWH, meter: { kind: 'column', column: 'meter' }, quality })
      for await (const item of readCsv({ name: 'x', bytes: inPieces(bytes, 100) }, mapping)) {
        expect(SOUND).toContain(item.kind)
        if (item.kind === 'fault') expect(item.about.name).toMatch(/^Csv[A-Z]\w+$/)
        if (item.kind === 'intervals') expect(item.energyWh.every((wh) => wh >= 0n && wh < 2n ** 32n)).toBe(true)
      }
    }
  })

  it('is read with any preset, and guessed at, without a surprise', async () => {
    const next = random(7)
    for (const { id } of CSV_PRESETS) {
      const noise = Uint8Array.from({ length: 4_000 }, () =>
        ' ,;\n"0123456789-:/.TZe'.charCodeAt(Math.floor(next() * 22)),
      )
      for await (const item of readCsv({ name: 'x', bytes: inPieces(noise, 100) }, presetMapping(id, 'UTC')))
        expect(SOUND).toContain(item.kind)
      const guess = guessMapping(noise, { name: 'x', zone: 'UTC' })
      if (guess) expect(csvMappingSchema.safeParse(guess.mapping).success).toBe(true)
    }
  })
})

it('reads a stream of 40 MB with flat memory', { timeout: 120_000 }, async () => {
  const rows = 1_000_000
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('time,kWh\n')
    for (let first = 0; first < rows; first += 2_000) {
      const lines = Array.from(
        { length: 2_000 },
        (_, n) => `${new Date((first + n) * 300_000).toISOString()},0.12345678\n`,
      )
      yield new TextEncoder().encode(lines.join(''))
    }
  }
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  let [count, sum, most] = [0, 0n, 0]
  const before = used()
  let highest = before
  for await (const item of readCsv({ name: 'long', bytes: stream() }, csvMappingSchema.parse(UTC_KWH))) {
    if (item.kind !== 'intervals') continue
    count += item.energyWh.length
    for (const energy of item.energyWh) sum += energy
    most = Math.max(most, item.energyWh.length)
    if (count % (288 * 250) === 0) highest = Math.max(highest, used())
  }
  expect([count, sum, most]).toEqual([rows, 123_456_780n, 288])
  expect(highest - before).toBeLessThan(8 * 2 ** 20)
})
