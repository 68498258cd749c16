import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { writeGreenButton } from '@/lib/formats/green-button/write'
import { writeUsageCsv } from '@/lib/formats/usage-csv-writer'
import { profileHours } from './home-profiles'
import { profileDays } from './profile-days'
import { readUseFile } from './read-use-file'

const NOW = Date.UTC(2026, 10, 27) / 1_000
const SAMPLES = new URL('../formats/samples/', import.meta.url)

async function sample(path: string): Promise<File> {
  return new File([await readFile(new URL(path, SAMPLES))], path.split('/').at(-1) ?? path)
}

const read = async (path: string, timeZone = 'Asia/Shanghai') =>
  readUseFile({ file: await sample(path), timeZone, now: NOW })

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

const totalOf = (days: readonly { importWh: readonly bigint[] }[] = []) =>
  days.flatMap(({ importWh }) => importWh).reduce((sum, energy) => sum + energy, 0n)

describe('readUseFile', () => {
  it('reads NEM12, Green Button, DSMR telegrams and tables of a known shape', async () => {
    const formats = await Promise.all(
      [
        'nem12/Example_NEM12_month_solar.csv',
        'green-button/TestGBDataHourlyNineDaysBinnedDaily.xml',
        'meter/ie_esb_hdf/sample-1.csv',
        'meter/nl_be_it_homes/dsmr_reader_nl/dsmrreader-data-export-hour.csv',
      ].map((path) => read(path)),
    )
    expect(formats.map(({ format, faults, meters }) => [format, faults, meters.length > 0])).toEqual([
      ['nem12', [], true],
      ['green-button', [], true],
      ['csv', [], true],
      ['csv', [], true],
    ])
  })

  it('reads days of another time zone, which no import into this market could keep', async () => {
    const { faults, meters } = await read('meter/nl_be_it_homes/emo_nl_daily/Site/2013.csv')
    expect(faults).toEqual([])
    expect(meters[0]?.isShared).toBe(true)
    expect(totalOf(meters[0]?.days)).toBeGreaterThan(0n)
  })

  it('holds what the file holds: the sums of another program over the same month', async () => {
    const { meters } = await read('nem12/Example_NEM12_month_solar.csv', 'Etc/GMT-10')
    // totals.json: nemreader 0.9.2, a Python program.
    expect(totalOf(meters[0]?.days)).toBe(270_738n)
    const exported = meters[0]?.days.flatMap(({ exportWh }) => exportWh).reduce((sum, energy) => sum + energy, 0n)
    expect(exported).toBe(589_172n)
  })

  it('reads what this market itself gives to its members: the download of one year, as CSV and as Green Button', async () => {
    const hours = (await profileHours('solar-home')) ?? ''
    const span = { from: '2025-11-01', to: '2026-11-01' }
    const timeZone = 'Europe/London'
    const days = profileDays({ hours, yearlyWh: wh(6_216_837n), span, timeZone })
    const written = { days, timeZone, meter: 'my home' }
    const csv = await textOf(writeUsageCsv({ ...written, unit: 'kwh' }))
    const xml = await textOf(writeGreenButton({ ...written, at: NOW }))
    for (const [name, text] of [
      ['usage.csv', `\uFEFF${csv}`],
      ['usage.xml', xml],
    ] as const) {
      const { faults, meters } = await readUseFile({ file: new File([text], name), timeZone, now: NOW })
      expect(faults).toEqual([])
      expect(meters[0]?.days, name).toEqual(days)
    }
  })

  it('asks what the columns of an unknown table mean, and reads it when it is told', async () => {
    const rows = Array.from({ length: 48 }, (_, hour) => {
      const day = String(1 + Math.floor(hour / 24)).padStart(2, '0')
      return `${day}.01.2026 ${String(hour % 24).padStart(2, '0')}:00;0,5`
    })
    const file = new File([['Wann;Bezug', ...rows, ''].join('\n')], 'zaehler.csv')
    const asked = await readUseFile({ file, timeZone: 'Asia/Shanghai', now: NOW })
    expect(asked).toMatchObject({ meters: [], faults: [], unclear: { header: ['Wann', 'Bezug'] } })
    const mapping = asked.unclear?.mapping
    if (!mapping) throw new Error('no proposal')
    // As a form gives it: what usually is so is left out.
    const channels = mapping.channels.map(({ channel, direction, unit, columns }) => ({
      channel,
      direction,
      unit,
      columns,
    }))
    const told = await readUseFile({ file, mapping: { ...mapping, channels }, timeZone: 'Asia/Shanghai', now: NOW })
    expect(totalOf(told.meters[0]?.days)).toBe(48n * 500n)
    const wrong = await readUseFile({ file, mapping: { version: 1 }, timeZone: 'Asia/Shanghai', now: NOW })
    expect(wrong.faults).toMatchObject([{ name: 'CsvMappingNeeded' }])
  })

  it('says line by line why a file is refused, and gives nothing of it', async () => {
    const file = new File(['100,NEM12,202611260101,MDA,RET\n300,20261124,not a number\n900\n'], 'broken.csv')
    const { faults, meters } = await readUseFile({ file, timeZone: 'Asia/Shanghai', now: NOW })
    expect(meters).toEqual([])
    expect(faults[0]).toMatchObject({ line: 2 })
    const letter = await readUseFile({ file: new File(['%PDF-1.7'], 'a.pdf'), timeZone: 'UTC', now: NOW })
    expect(letter.faults).toEqual([{ name: 'PdfNotText', facts: {}, line: null }])
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    const file = await sample('nem12/Example_NEM12_month_solar.csv')
    const reading = readUseFile({ file, timeZone: 'UTC', now: NOW, signal: stop.signal })
    await expect(reading).rejects.toThrow('enough')
  })
})
