/**
 * Rewrites the measured years in prisma/seed-data from the published files named in prisma/seed-data/origins.json.
 *
 *   npx tsx scripts/extract-seed-data.ts <folder with the published files> [output folder]
 *
 * The same files give the same bytes. Floating point appears only here, where published decimals become whole Wh.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { addDays, wallClockAt, type LocalDate } from '@/lib/domain/metering/calendar'
import type { HourlySeries } from '@/lib/domain/metering/series'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { SeriesSource } from '@/lib/formats/measured-years'
import { formatSeries } from '@/lib/formats/series-file'

type Origin = { id: string; files: { file: string; path: string; sha256: string }[] }
type HourEnergy = { importWh: Wh; exportWh: Wh }
/** Measured hours by wall-clock hour, written YYYY-MM-DDTHH. */
type MeasuredHours = Map<string, HourEnergy>
type Header = Pick<SeriesSource, 'key' | 'kind' | 'title' | 'origin' | 'originFiles' | 'timeZone' | 'start' | 'days'>

const [dataFolder, outputFolder = fileURLToPath(new URL('../prisma/seed-data/', import.meta.url))] =
  process.argv.slice(2)
if (!dataFolder)
  throw new Error('usage: npx tsx scripts/extract-seed-data.ts <folder with the published files> [output folder]')

const HOUR_S = 3_600
const BUILDINGS = [4, 0, 41, 52, 61, 36, 31, 27, 96, 2]
const CALIFORNIAN_HOMES = [1, 2, 4, 5, 7, 8, 10, 12]

const origins = JSON.parse(
  await readFile(new URL('../prisma/seed-data/origins.json', import.meta.url), 'utf8'),
) as Origin[]
const digests = new Map(origins.flatMap(({ files }) => files.map(({ file, sha256 }) => [file, sha256] as const)))

async function readOrigin(file: string): Promise<string> {
  const bytes = await readFile(join(dataFolder as string, file))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (digests.get(file) !== sha256) throw new Error(`${file} is not the file named in origins.json`)
  return bytes.toString('utf8')
}

/** Rows of a plain comma-separated file (none of these quotes a field), by column name. */
function table(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, column) => [names[column] ?? '', value])))
}

function whole(wattHours: number): Wh {
  if (!Number.isFinite(wattHours)) throw new Error('a published number is missing')
  return wh(BigInt(Math.round(wattHours)))
}

function kWh(text: string | undefined): Wh {
  if (text === undefined || text === '') throw new Error('a published number is missing')
  return whole(Number(text) * 1_000)
}

function hourLabel(utcSeconds: number, timeZone: string): string {
  const { date, hour } = wallClockAt(utcSeconds, timeZone)
  return labelOf(date, hour)
}

function labelOf(date: LocalDate, hour: number): string {
  return `${date}T${String(hour).padStart(2, '0')}`
}

/** When the clocks go back, two measured hours share one wall-clock hour: the first is kept. */
function keepFirst(measured: MeasuredHours, label: string, energy: HourEnergy): void {
  if (!measured.has(label)) measured.set(label, energy)
}

/** Lays the hours out as whole days; an hour that was not measured takes the same hour seven days earlier. */
function completeYear(
  measured: MeasuredHours,
  start: LocalDate,
  days: number,
): { series: HourlySeries; substituted: string[] } {
  const hours: HourEnergy[] = []
  const substituted: string[] = []
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      const label = labelOf(addDays(start, day), hour)
      const found = measured.get(label)
      if (!found) substituted.push(label)
      const energy = found ?? hours[hours.length - 7 * 24]
      if (!energy) throw new Error(`${label} has neither a measurement nor one seven days earlier`)
      hours.push(energy)
    }
  }
  const series = { start, importWh: hours.map((hour) => hour.importWh), exportWh: hours.map((hour) => hour.exportWh) }
  return { series, substituted }
}

/** kWh taken in each UTC hour. */
async function cambridgeBuilding(building: number): Promise<SeriesSource> {
  const file = `meter/ci_uk_university/b${building}_2022.csv`
  const header: Header = {
    key: `cambridge-b${building}`,
    kind: 'industrial',
    title: `University building b${building}, Cambridge`,
    origin: 'cambridge',
    originFiles: [file],
    timeZone: 'Europe/London',
    start: '2022-01-01',
    days: 365,
  }
  const measured: MeasuredHours = new Map()
  for (const row of table(await readOrigin(file))) {
    const at = Date.parse(`${row['datetime']?.replace(' ', 'T')}Z`) / 1_000
    keepFirst(measured, hourLabel(at, header.timeZone), {
      importWh: kWh(row['equipment load [kWh]']),
      exportWh: wh(0n),
    })
  }
  return writeYear(header, measured)
}

/** Load in kWh and solar output in W per kW installed; what the meter would see is the difference, hour by hour. */
async function californianHome(home: number): Promise<SeriesSource> {
  const file = `meter/us_ca_homes_hourly/Building_${home}.csv`
  const schemaFile = 'meter/us_ca_homes_hourly/schema.json'
  const header: Header = {
    key: `california-home-${home}`,
    kind: 'household',
    title: `Home ${home} with solar, California`,
    origin: 'citylearn',
    originFiles: [file, schemaFile],
    timeZone: 'America/Los_Angeles',
    start: '2016-08-01',
    days: 365,
  }
  type Schema = { buildings: Record<string, { pv: { attributes: { nominal_power: number } } }> }
  const schema = JSON.parse(await readOrigin(schemaFile)) as Schema
  const installedKw = schema.buildings[`Building_${home}`]?.pv.attributes.nominal_power ?? Number.NaN
  const measured: MeasuredHours = new Map()
  for (const [index, row] of table(await readOrigin(file)).entries()) {
    const date = addDays(header.start, Math.floor(index / 24))
    const hour = index % 24
    checkCalifornianClock(row, date, hour)
    const netWh = Number(row['non_shiftable_load']) * 1_000 - Number(row['solar_generation']) * installedKw
    measured.set(labelOf(date, hour), { importWh: whole(Math.max(netWh, 0)), exportWh: whole(Math.max(-netWh, 0)) })
  }
  return writeYear(header, measured)
}

/** The file has no dates. Midnight is written as hour 24 of the day before; day type 1 is Monday, 7 is Sunday. */
function checkCalifornianClock(row: Record<string, string>, date: LocalDate, hour: number): void {
  const written = hour === 0 ? addDays(date, -1) : date
  const dayType = new Date(`${written}T00:00:00Z`).getUTCDay() || 7
  const expected = [Number(written.slice(5, 7)), hour || 24, dayType].join()
  const found = [row['month'], row['hour'], row['day_type']].map(Number).join()
  if (found !== expected)
    throw new Error(`${date} hour ${hour}: month, hour and day type are ${found}, not ${expected}`)
}

/** kWh of each hour in two tariffs and two directions, at local time with its offset. */
async function dutchHourlyHome(): Promise<SeriesSource> {
  const file = 'meter/nl_be_it_homes/dsmr_reader_nl/dsmrreader-data-export-hour.csv'
  const measured: MeasuredHours = new Map()
  const low = 'Electricity 1 (Dutch Users: Low Tariff)'
  const normal = 'Electricity 2 (Dutch Users: Normal Tariff)'
  const lowBack = 'Electricity 1 Returned (Dutch Users: Low Tariff)'
  const normalBack = 'Electricity 2 Returned (Dutch Users: Normal Tariff)'
  for (const row of table(await readOrigin(file))) {
    keepFirst(measured, (row['Hour Start'] ?? '').slice(0, 13), {
      importWh: wh(kWh(row[low]) + kWh(row[normal])),
      exportWh: wh(kWh(row[lowBack]) + kWh(row[normalBack])),
    })
  }
  return writeYear({ ...dutchHome(1), originFiles: [file], start: '2024-01-01', days: 366 }, measured)
}

/** Four cumulative kWh registers at UTC instants. The twelve months from February 2023 have one long gap. */
async function dutchRegisterHome(): Promise<SeriesSource> {
  const fileOf = (name: string) => `meter/nl_be_it_homes/p1mon_nl/elec_feed_${name}_high_resolution.csv`
  const files = ['in_tariff_1', 'in_tariff_2', 'out_tariff_1', 'out_tariff_2'].map(fileOf)
  const [in1, in2, out1, out2] = (await Promise.all(files.map(readRegister))) as [
    Register,
    Register,
    Register,
    Register,
  ]
  const header: Header = { ...dutchHome(2), originFiles: files, start: '2023-02-01', days: 365 }
  const measured: MeasuredHours = new Map()
  for (const at of in1.keys()) {
    const steps = [in1, in2, out1, out2].map((register) => trustedAdvance(register, at))
    const [a, b, c, d] = steps
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue
    keepFirst(measured, hourLabel(at, header.timeZone), { importWh: wh(a + b), exportWh: wh(c + d) })
  }
  return writeYear(header, measured)
}

type Register = Map<number, Wh>

async function readRegister(file: string): Promise<Register> {
  const lines = (await readOrigin(file)).trimEnd().split(/\r?\n/)
  return new Map(lines.map((line) => [Number(line.split(',')[0]), kWh(line.split(',')[1])]))
}

/** Nothing where the register goes back, nor in the first hour after a gap, when it catches up with what it missed. */
function trustedAdvance(register: Register, at: number): bigint | undefined {
  const from = register.get(at)
  const to = register.get(at + HOUR_S)
  if (from === undefined || to === undefined || to < from || !register.has(at - HOUR_S)) return undefined
  return to - from
}

function dutchHome(home: number): Omit<Header, 'originFiles' | 'start' | 'days'> {
  const title = `Home ${home} with solar, Netherlands`
  return {
    key: `netherlands-home-${home}`,
    kind: 'household',
    title,
    origin: 'dutch-homes',
    timeZone: 'Europe/Amsterdam',
  }
}

async function writeYear(header: Header, measured: MeasuredHours): Promise<SeriesSource> {
  const { series, substituted } = completeYear(measured, header.start, header.days)
  const file = `${header.key}.csv`
  await writeFile(join(outputFolder, file), formatSeries(series))
  const total = (energies: readonly Wh[]) => String(energies.reduce<bigint>((sum, energy) => sum + energy, 0n))
  const peakHourWh = String(series.importWh.reduce<bigint>((peak, energy) => (energy > peak ? energy : peak), 0n))
  const figures = { importWh: total(series.importWh), exportWh: total(series.exportWh), peakHourWh }
  return { ...header, file, ...figures, substituted }
}

await mkdir(outputFolder, { recursive: true })
const sources: SeriesSource[] = []
for (const building of BUILDINGS) sources.push(await cambridgeBuilding(building))
for (const home of CALIFORNIAN_HOMES) sources.push(await californianHome(home))
sources.push(await dutchHourlyHome(), await dutchRegisterHome())
const json = await format(JSON.stringify(sources, null, 2), { parser: 'json', printWidth: 120 })
await writeFile(join(outputFolder, 'sources.json'), json)
for (const { key, importWh, exportWh, peakHourWh, substituted } of sources) {
  const [taken, given, peak] = [importWh, exportWh, peakHourWh].map((energy) => (Number(energy) / 1_000).toFixed(1))
  console.log(
    `${key}: import ${taken} kWh, export ${given} kWh, peak hour ${peak} kWh, ${substituted.length} hours substituted`,
  )
}
