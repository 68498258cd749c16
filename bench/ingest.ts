/**
 * The interval store on a PostgreSQL of its own: how fast meter-days get in, that the same file changes nothing the second time,
 * and how long the pages' questions take when it is full.
 */
import { withScratchDatabase } from './ingest/database'
import { addMeters } from './ingest/meters'
import { fillYear, measureQueries, type QueryTimes } from './ingest/queries'
import { measureReplay, type ReplayRates } from './ingest/replay'
import { measureWritePath, type WriteRates } from './ingest/write-path'
import type { BenchReport, BenchResult } from './result'

const MONTH_DAYS = 31
const FROM = '2026-01-01'

/** A slow machine, or little time: INGEST_METERS=2000. */
const METERS = sizeOf('INGEST_METERS', 20_000)
/** Of the month that is written again and again. */
const WRITTEN_METERS = Math.min(METERS, sizeOf('INGEST_WRITTEN_METERS', 2_000))
const REPLAYED_METERS = Math.min(METERS, 300)
const ROW_METERS = 20
const ROUNDS = 5
const QUERIES = 500

function sizeOf(name: string, usual: number): number {
  const text = process.env[name] ?? ''
  if (text === '') return usual
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Error(`${name} is "${text}", which is not a number of meters`)
}

export function run(): Promise<BenchReport> {
  return withScratchDatabase(async () => {
    await addMeters(METERS)
    const month = { from: FROM, days: MONTH_DAYS }
    const rates = await measureWritePath(
      { ...month, meters: WRITTEN_METERS },
      { rounds: ROUNDS, rowMeters: Math.min(ROW_METERS, WRITTEN_METERS) },
    )
    const replay = await measureReplay({ ...month, meters: REPLAYED_METERS })
    await fillYear(METERS)
    const times = await measureQueries(METERS, QUERIES)
    return { bench: 'ingest', results: [...written(rates), replayed(replay), ...queried(times)] }
  })
}

/** Of the round whose ratio lies in the middle: other work of the machine falls on some of them. */
function written(rates: readonly WriteRates[]): BenchResult[] {
  const middle = (ratio: (rates: WriteRates) => number) =>
    [...rates].sort((a, b) => ratio(a) - ratio(b))[Math.floor(rates.length / 2)] ?? { ingest: 0, copy: 1, rows: 1 }
  const toCopy = middle(({ ingest, copy }) => ingest / copy)
  const toRows = middle(({ ingest, rows }) => ingest / rows)
  return [
    against('ingest', toCopy.ingest, 'readings/s', 'plain COPY of the same meter-days:', toCopy.copy),
    against('ingest-rows', toRows.ingest, 'readings/s', 'INSERT ON CONFLICT of one row per reading:', toRows.rows),
  ]
}

function replayed({ first, again, changed }: ReplayRates): BenchResult {
  if (changed !== 0) throw new Error(`the same file changed ${changed} days when it came again`)
  return against('replay', again, 'readings/s', '0 days changed; the first import of the file:', first)
}

function queried({ pages, rows, list }: QueryTimes): BenchResult[] {
  const size = `${METERS.toLocaleString('en')} meters × 1 year;`
  return [
    against('query-p95', pages, 'ms', `${size} SELECT of the same rows:`, rows),
    against('query-list-p95', list, 'ms', `${size} SELECT of one meter's rows:`, rows),
  ]
}

function against(name: string, value: number, unit: string, beside: string, floor: number): BenchResult {
  const shown = (number: number) => Math.round(number * 10) / 10
  const text = `${beside} ${shown(floor).toLocaleString('en')} ${unit}`
  return { name, value: shown(value), unit, against: text, ratio: value / floor }
}
