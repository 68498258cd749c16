/** How fast packed meter-days get into the store, beside a plain COPY of the same bytes and beside one row for each reading. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { inTransaction, withBulk, type Bulk } from '@/lib/db/bulk'
import { CopyRows, type Column } from '@/lib/db/copy-rows'
import { packedDay, sumsOf } from '@/lib/db/stored/interval-day'
import type { DayToCommit } from '@/lib/db/write/commit-days'
import { DayChanges, makeMonths } from '@/lib/db/write/day-changes'
import { makeStaging } from '@/lib/db/write/import-staging'
import { asOwner } from './database'
import { dayShapes, meterDays, meterIdOf, MINUTES, QUARTERS, type Span } from './meters'

const SALT = new Uint8Array(32).fill(0xa5)
const IMPORT = '00000000-0000-4000-8000-000000000001'

/** Readings per second: import and export of a quarter-hour are one reading. */
export interface WriteRates {
  ingest: number
  copy: number
  rows: number
}

export interface WriteSizes {
  rounds: number
  /** Meters of the slow way: a part of the span's, or it would take all the time. */
  rowMeters: number
}

/** Each round begins with empty tables. */
export async function measureWritePath(span: Span, { rounds, rowMeters }: WriteSizes): Promise<WriteRates[]> {
  await asOwner((client) => client.query(TABLES))
  const days = packedDays(span)
  const copied = encoded(days)
  const rates: WriteRates[] = []
  for (let round = 0; round < rounds; round++) {
    await emptied()
    const copy = await rateOf(days.length, () => asOwner((client) => plainCopy(client, copied)))
    const ingest = await rateOf(days.length, () => withBulk((bulk) => ingested(bulk, days)))
    const slow = { ...span, meters: rowMeters }
    const rows = await rateOf(rowMeters * span.days, () => asOwner((client) => oneRowEach(client, slow)))
    rates.push({ copy, ingest, rows })
  }
  await emptied()
  return rates
}

/** The same columns and the same key as the store, in one table without policies; and one row for each reading. */
const TABLES = `
  CREATE TABLE bench_day (LIKE interval_day INCLUDING DEFAULTS, PRIMARY KEY (meter_id, day));
  CREATE TABLE bench_reading (
    meter_id TEXT, time BIGINT, import_wh BIGINT NOT NULL, export_wh BIGINT NOT NULL, quality TEXT NOT NULL,
    PRIMARY KEY (meter_id, time))`
const emptied = () => asOwner((client) => client.query('TRUNCATE interval_day, bench_day, bench_reading'))

function packedDays(span: Span): DayToCommit[] {
  const shapes = dayShapes().map((shape) => ({ ...packedDay(shape), ...sumsOf(shape) }))
  return [...meterDays(span)].flatMap(({ meter, day, shape }) => {
    const packed = shapes[shape]
    return packed ? [{ meterId: meterIdOf(meter), day, ...packed, baseVersion: 0 }] : []
  })
}

async function rateOf(days: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (days * QUARTERS) / ((performance.now() - began) / 1_000)
}

/** As many as the import puts together at a time. */
const BATCH = 1_000

/** What the import does when it has put a file's days together. */
async function ingested(bulk: Bulk, days: readonly DayToCommit[]): Promise<void> {
  await makeStaging(bulk)
  await makeMonths(bulk, [...new Set(days.map(({ day }) => `${day.slice(0, 7)}-01`))])
  await inTransaction(bulk, async () => {
    const changes = new DayChanges(bulk)
    for (let at = 0; at < days.length; at += BATCH) await changes.add(days.slice(at, at + BATCH))
    await changes.commit(IMPORT)
  })
}

const COLUMNS = 'meter_id, day, minutes, data, export_data, quality, qualities, salt, version, import_wh, export_wh'

/** The bytes as PostgreSQL takes them, made before the clock starts. */
function encoded(days: readonly DayToCommit[]): Uint8Array[] {
  const rows = days.map((day): Column[] => [
    ...[
      { text: day.meterId },
      { day: day.day },
      { int4: day.minutes },
      day.data,
      day.exportData,
      { text: day.quality },
    ],
    ...[day.qualities, SALT, { int4: 1 }, { int8: day.importWh }, { int8: day.exportWh }],
  ])
  return [...CopyRows.chunks(rows)]
}

async function plainCopy(client: Client, chunks: readonly Uint8Array[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY bench_day (${COLUMNS}) FROM STDIN (FORMAT binary)`))
  await pipeline(Readable.from(chunks), stream)
}

const ROWS_AT_ONCE = 5_000

/** One row for each reading, as many in a statement as make it fastest. */
async function oneRowEach(client: Client, span: Span): Promise<void> {
  const shapes = dayShapes()
  let readings: (readonly [string, number, string, string])[] = []
  const insert = async () => {
    const columns = [0, 1, 2, 3].map((column) => readings.map((reading) => reading[column]))
    readings = []
    await client.query(
      `INSERT INTO bench_reading (meter_id, time, import_wh, export_wh, quality)
       SELECT *, 'Measured' FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
       ON CONFLICT (meter_id, time) DO UPDATE SET
         import_wh = EXCLUDED.import_wh, export_wh = EXCLUDED.export_wh, quality = EXCLUDED.quality`,
      columns,
    )
  }
  await client.query('BEGIN')
  for (const { meter, day, shape } of meterDays(span)) {
    const [start, energy] = [Date.parse(day) / 1_000, shapes[shape]]
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const [imported, exported] = [energy?.importWh[quarter] ?? 0n, energy?.exportWh[quarter] ?? 0n]
      readings.push([meterIdOf(meter), start + quarter * MINUTES * 60, `${imported}`, `${exported}`])
    }
    if (readings.length >= ROWS_AT_ONCE) await insert()
  }
  await insert()
  await client.query('COMMIT')
}
