/** What the pages ask of a full store, through the functions that they use, as the meter's holder or the operator. */
import { performance } from 'node:perf_hooks'
import type { Client } from 'pg'
import { doubtfulMeters } from '@/lib/db/read/doubtful-meters'
import { heatMapOf, monthSumsOf, type DaySpan } from '@/lib/db/read/meter-energy'
import { daysOf } from '@/lib/db/read/metering'
import { packedDay, sumsOf } from '@/lib/db/stored/interval-day'
import { addDays } from '@/lib/domain/metering/calendar'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import { asOwner } from './database'
import { dayShapes, holderOf, meterIdOf, OPERATOR } from './meters'

const YEAR: DaySpan = { from: '2025-01-01', to: '2026-01-01' }
const DAYS = 365
const WARM_UP = 40

/** A year of every meter, made by PostgreSQL itself: what is measured here is reading. */
export async function fillYear(meters: number): Promise<void> {
  const shapes = dayShapes().map((shape) => ({ ...packedDay(shape), ...sumsOf(shape) }))
  await asOwner(async (client) => {
    await client.query('SELECT interval_partitions($1, $2)', [YEAR.from, addDays(YEAR.to, -1)])
    await client.query(`CREATE TABLE bench_shape (
      place INT, data BYTEA, export_data BYTEA, quality TEXT, qualities BYTEA, import_wh BIGINT, export_wh BIGINT)`)
    for (const [place, shape] of shapes.entries()) {
      const { data, exportData, quality, qualities, importWh, exportWh } = shape
      const values = [place, data, exportData, quality, qualities, importWh, exportWh]
      await client.query('INSERT INTO bench_shape VALUES ($1, $2, $3, $4, $5, $6, $7)', values)
    }
    await client.query(
      `INSERT INTO interval_day
         (meter_id, day, minutes, data, export_data, quality, qualities, salt, import_wh, export_wh)
       SELECT '0x' || lpad(to_hex(meter), 64, '0'), $1::date + day, 15, s.data, s.export_data, s.quality, s.qualities,
         decode(repeat('a5', 32), 'hex'), s.import_wh, s.export_wh
       FROM generate_series(0, $2::int - 1) AS day
       CROSS JOIN generate_series(0, $3::int - 1) AS meter
       JOIN bench_shape s ON s.place = (meter * 31 + day * 7) % $4::int`,
      [YEAR.from, DAYS, meters, shapes.length],
    )
    await client.query('VACUUM (ANALYZE) interval_day')
    await client.query('VACUUM (ANALYZE) meter')
  })
}

interface Asked {
  kind: 'day' | 'month' | 'year' | 'heat map'
  meter: number
  span: DaySpan
}

export interface QueryTimes {
  /** Milliseconds that 95 of a hundred take at most: of the pages' functions, of the bare rows, and of the operator's list. */
  pages: number
  rows: number
  list: number
}

export async function measureQueries(meters: number, count: number): Promise<QueryTimes> {
  const asked = questions(meters, count + WARM_UP)
  const pages = await timesOf(asked, askPage)
  const rows = await asOwner((client) => timesOf(asked, (one) => askRows(client, one)))
  const list = await timesOf(asked.slice(0, WARM_UP + 100), ({ meter }) => {
    const span = { from: '2025-06-01', to: '2025-07-01' }
    return doubtfulMeters({ address: OPERATOR }, span, { after: meterIdOf(meter) })
  })
  return { pages: p95(pages), rows: p95(rows), list: p95(list) }
}

function questions(meters: number, count: number): Asked[] {
  const random = seededRandom(11n)
  return Array.from({ length: count }, () => {
    const kind = random.pick(['day', 'month', 'year', 'heat map'] as const)
    const meter = Number(random.below(BigInt(meters)))
    const first = addDays(YEAR.from, Number(random.below(BigInt(DAYS - 31))))
    const days = { day: 1, month: 31, year: 0, 'heat map': 0 }[kind]
    return { kind, meter, span: days === 0 ? YEAR : { from: first, to: addDays(first, days) } }
  })
}

function askPage({ kind, meter, span }: Asked): Promise<unknown[]> {
  const viewer = { address: holderOf(meter) }
  const id = meterIdOf(meter)
  if (kind === 'year') return monthSumsOf(viewer, id, span)
  return kind === 'heat map' ? heatMapOf(viewer, id, span) : daysOf(viewer, id, span)
}

/** The same rows' bytes, without policies and without making anything of them. */
async function askRows(client: Client, { meter, span }: Asked): Promise<unknown[]> {
  const values = [meterIdOf(meter), span.from, span.to]
  const found = await client.query(
    'SELECT day::text, data, export_data, qualities FROM interval_day WHERE meter_id = $1 AND day >= $2 AND day < $3 ORDER BY day',
    values,
  )
  return found.rows
}

async function timesOf(asked: readonly Asked[], ask: (one: Asked) => Promise<unknown[] | object>): Promise<number[]> {
  const times: number[] = []
  for (const one of asked) {
    const began = performance.now()
    const found = await ask(one)
    times.push(performance.now() - began)
    if (Array.isArray(found) && found.length === 0) throw new Error(`nothing was found for ${JSON.stringify(one)}`)
  }
  return times.slice(WARM_UP)
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}
