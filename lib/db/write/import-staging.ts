/**
 * Where the days of a file wait until it is read to its end: temporary tables of one connection, gone with it whatever happens.
 * Nothing of them is seen by anybody before the one transaction that keeps all of it.
 */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { ChannelDay } from '@/lib/domain/metering/channel-day'
import { packDay, unpackDay } from '@/lib/domain/metering/intervals'
import { INTERVAL_QUALITIES, type IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { GivenPart } from '@/lib/domain/metering/overlay-part'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Wh } from '@/lib/domain/units/units'
import type { Bulk } from '../bulk'
import { storableText } from '../stored/json'

const TABLES = `
  CREATE TEMP TABLE staged_channel_day (
    seq BIGINT, meter TEXT, channel TEXT, direction INT, day DATE, minutes INT, line INT, replaces INT,
    data BYTEA, qualities BYTEA);
  CREATE TEMP TABLE staged_reading (
    seq BIGINT, meter TEXT, channel TEXT, direction TEXT, time BIGINT, register INT, value_wh TEXT, quality TEXT, line INT);
  CREATE TEMP TABLE staged_meter (meter TEXT NOT NULL, meter_id TEXT NOT NULL);
  CREATE TEMP TABLE staged_day (
    meter_id TEXT, day DATE, base_version INT, minutes INT, data BYTEA, export_data BYTEA, quality TEXT, qualities BYTEA,
    salt BYTEA, import_wh BIGINT, export_wh BIGINT)`

export const makeStaging = (bulk: Bulk) => bulk.execute(TABLES)

/** Packed: thousands of them wait in memory at a time. */
export interface StagedChannelDay {
  /** Place in the file. */
  seq: number
  /** As the file names them. */
  meter: string
  channel: string
  direction: ChannelDay['direction']
  day: LocalDate
  minutes: number
  line: number
  /** It takes the place of an earlier one; without this it must agree with it. */
  replaces: boolean
  data: Uint8Array
  /** One byte for each interval: its quality, or that the file says nothing of it. */
  qualities: Uint8Array
}

const NOTHING = 0xff

export function packedChannel({ energyWh, qualities }: Pick<ChannelDay, 'energyWh' | 'qualities'>) {
  const byte = (quality: IntervalQuality | null) => (quality === null ? NOTHING : INTERVAL_QUALITIES.indexOf(quality))
  return { data: packDay(energyWh), qualities: Uint8Array.from(qualities, byte) }
}

export async function stageChannelDays(bulk: Bulk, days: readonly StagedChannelDay[]): Promise<void> {
  if (days.length === 0) return
  await bulk.copy(
    'staged_channel_day',
    days.map((day) => [
      { int8: BigInt(day.seq) },
      { text: storableText(day.meter) },
      { text: storableText(day.channel) },
      { int4: day.direction === 'import' ? 0 : 1 },
      { day: day.day },
      { int4: day.minutes },
      { int4: day.line },
      { int4: day.replaces ? 1 : 0 },
      day.data,
      day.qualities,
    ]),
  )
}

export interface StagedReading {
  seq: number
  meter: string
  channel: string
  direction: string
  time: number
  /** 0–4; null for the total. */
  register: number | null
  valueWh: Wh
  quality: ReadQuality
  line: number
}

export async function stageReadings(bulk: Bulk, readings: readonly StagedReading[]): Promise<void> {
  if (readings.length === 0) return
  await bulk.copy(
    'staged_reading',
    readings.map((reading) => [
      { int8: BigInt(reading.seq) },
      { text: storableText(reading.meter) },
      { text: storableText(reading.channel) },
      { text: reading.direction },
      { int8: BigInt(reading.time) },
      reading.register === null ? null : { int4: reading.register },
      { text: reading.valueWh.toString() },
      { text: reading.quality },
      { int4: reading.line },
    ]),
  )
}

/** The first day of each month that the file has days of. */
export async function stagedMonths(bulk: Bulk): Promise<LocalDate[]> {
  const rows = await bulk.query<{ month: string }>(
    "SELECT DISTINCT date_trunc('month', day)::date::text AS month FROM staged_channel_day",
  )
  return rows.map(({ month }) => month)
}

/** Each meter of the file with the first line that names it; the first of them, if there are more than `most`. */
export function stagedMeters(bulk: Bulk, most: number): Promise<{ meter: string; line: number; channels: number }[]> {
  return bulk.query(
    `
    SELECT meter, min(line) AS line, count(DISTINCT channel)::int AS channels
    FROM (SELECT meter, channel, line FROM staged_channel_day UNION ALL SELECT meter, channel, line FROM staged_reading) AS named
    GROUP BY meter ORDER BY min(line), meter LIMIT $1`,
    [most],
  )
}

export async function saveStagedMeters(bulk: Bulk, meters: ReadonlyMap<string, string>): Promise<void> {
  await bulk.execute('TRUNCATE staged_meter')
  await bulk.copy(
    'staged_meter',
    [...meters].map(([meter, id]) => [{ text: meter }, { text: id }]),
  )
}

export interface StagedPart extends GivenPart {
  meterId: string
  day: LocalDate
  /** As the file names them. */
  meter: string
  channel: string
}

interface PartRow {
  meter_id: string
  day: string
  meter: string
  channel: string
  direction: number
  minutes: number
  line: number
  replaces: number
  data: Uint8Array
  qualities: Uint8Array
}

const FETCHED = 2_000

/** Everything that was staged, by meter and day, in the order of the file. Inside a transaction. */
export async function* stagedParts(bulk: Bulk): AsyncGenerator<StagedPart> {
  await bulk.execute(`DECLARE staged NO SCROLL CURSOR FOR
    SELECT m.meter_id, s.day::text, s.meter, s.channel, s.direction, s.minutes, s.line, s.replaces, s.data, s.qualities
    FROM staged_channel_day s JOIN staged_meter m USING (meter) ORDER BY m.meter_id, s.day, s.seq`)
  for (;;) {
    const rows = await bulk.query<PartRow>(`FETCH ${FETCHED} FROM staged`)
    for (const row of rows) yield partOf(row)
    if (rows.length < FETCHED) break
  }
  await bulk.execute('CLOSE staged')
}

function partOf(row: PartRow): StagedPart {
  return {
    meterId: row.meter_id,
    day: row.day,
    meter: row.meter,
    channel: row.channel,
    direction: row.direction === 0 ? 'import' : 'export',
    minutes: row.minutes,
    line: row.line,
    replaces: row.replaces === 1,
    energyWh: unpackDay(row.data),
    qualities: Array.from(row.qualities, (byte) => INTERVAL_QUALITIES[byte] ?? null),
  }
}
