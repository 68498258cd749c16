/** The interval store: one row for each meter-day, in partitions by month. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Tx } from '../client'
import { packedDay, sumsOf } from '../stored/interval-day'

export interface IntervalDay extends Omit<MeterDay, 'qualities'> {
  meterId: string
  /** Of all intervals, or of each. */
  quality: IntervalQuality | readonly IntervalQuality[]
  salt: Uint8Array
}

/** Makes the months that days of this span need, both ends included. */
export async function ensurePartitions(tx: Tx, { from, to }: { from: LocalDate; to: LocalDate }): Promise<void> {
  await tx.$executeRaw`SELECT interval_partitions(${from}::date, ${to}::date)`
}

/**
 * Writes any number of meter-days in one statement, each day at most once. A day that is there already is replaced, and kept
 * as a version; one that is the same stays untouched. @returns how many were new or changed.
 */
export async function saveIntervalDays(tx: Tx, days: readonly IntervalDay[]): Promise<number> {
  if (days.length === 0) return 0
  const sorted = days.map(({ day }) => day).sort()
  await ensurePartitions(tx, { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' })
  const rows = days.map(rowOf)
  return tx.$executeRaw`
    INSERT INTO interval_day
      (meter_id, day, minutes, data, export_data, quality, qualities, salt, import_wh, export_wh)
    SELECT meter_id, day::date, minutes, decode(data, 'hex'), decode(export_data, 'hex'), quality,
      decode(nullif(qualities, ''), 'hex'), decode(salt, 'hex'), import_wh::bigint, export_wh::bigint
    FROM unnest(
      ${rows.map((row) => row.meterId)}::text[],
      ${rows.map((row) => row.day)}::text[],
      ${rows.map((row) => row.minutes)}::int[],
      ${rows.map((row) => hex(row.data))}::text[],
      ${rows.map((row) => hex(row.exportData))}::text[],
      ${rows.map((row) => row.quality)}::text[],
      ${rows.map((row) => hex(row.qualities ?? new Uint8Array()))}::text[],
      ${rows.map((row) => hex(row.salt))}::text[],
      ${rows.map((row) => row.importWh.toString())}::text[],
      ${rows.map((row) => row.exportWh.toString())}::text[]
    ) AS given (meter_id, day, minutes, data, export_data, quality, qualities, salt, import_wh, export_wh)
    ON CONFLICT (meter_id, day) DO UPDATE SET
      minutes = EXCLUDED.minutes, data = EXCLUDED.data, export_data = EXCLUDED.export_data,
      quality = EXCLUDED.quality, qualities = EXCLUDED.qualities, salt = EXCLUDED.salt,
      import_wh = EXCLUDED.import_wh, export_wh = EXCLUDED.export_wh
    WHERE (interval_day.data, interval_day.export_data, interval_day.minutes, interval_day.quality, interval_day.qualities)
      IS DISTINCT FROM (EXCLUDED.data, EXCLUDED.export_data, EXCLUDED.minutes, EXCLUDED.quality, EXCLUDED.qualities)`
}

function rowOf({ meterId, day, minutes, importWh, exportWh, quality, salt }: IntervalDay) {
  const qualities = typeof quality === 'string' ? importWh.map(() => quality) : quality
  return {
    meterId,
    day,
    salt,
    ...packedDay({ minutes, importWh, exportWh, qualities }),
    ...sumsOf({ importWh, exportWh }),
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
