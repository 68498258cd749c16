/** What is stored of the days of an import, and what of them it changes. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Bulk } from '../bulk'
import { dayFromRow, packedDay, samePacked, sumsOf, type DaySums, type PackedDay } from '../stored/interval-day'

export interface StoredVersion extends PackedDay {
  version: number
}

export interface DayKey {
  meterId: string
  day: LocalDate
}

export const keyOf = ({ meterId, day }: DayKey) => `${meterId} ${day}`

interface VersionRow {
  meter_id: string
  day: string
  version: number
  minutes: number
  data: Uint8Array
  export_data: Uint8Array
  quality: string
  qualities: Uint8Array | null
}

/** What is stored of these days, by key. */
export async function storedVersions(bulk: Bulk, days: readonly DayKey[]): Promise<Map<string, StoredVersion>> {
  const rows = await bulk.query<VersionRow>(
    `SELECT i.meter_id, i.day::text, i.version, i.minutes, i.data, i.export_data, i.quality, i.qualities
     FROM interval_day i JOIN unnest($1::text[], $2::date[]) AS asked (meter_id, day) USING (meter_id, day)
     WHERE i.day BETWEEN $3 AND $4`,
    [days.map(({ meterId }) => meterId), days.map(({ day }) => day), ...ends(days)],
  )
  return new Map(
    rows.map(({ meter_id, day, export_data, ...row }) => {
      const stored = { ...row, exportData: export_data, quality: row.quality as IntervalQuality }
      return [keyOf({ meterId: meter_id, day }), stored]
    }),
  )
}

/** Those of these days that were erased on request, by key: no file brings them back. */
export async function erasedDays(bulk: Bulk, days: readonly DayKey[]): Promise<ReadonlySet<string>> {
  const rows = await bulk.query<{ meter_id: string; day: string }>(
    `SELECT asked.meter_id, asked.day::text FROM unnest($1::text[], $2::date[]) AS asked (meter_id, day)
     JOIN erasure e ON e.meter_id = asked.meter_id AND e.from_day <= asked.day AND asked.day < e.to_day`,
    [days.map(({ meterId }) => meterId), days.map(({ day }) => day)],
  )
  return new Set(rows.map(({ meter_id, day }) => keyOf({ meterId: meter_id, day })))
}

/** Spares PostgreSQL the months that are not asked for. */
function ends(days: readonly DayKey[]): [string, string] {
  const sorted = days.map(({ day }) => day).sort()
  return [sorted[0] ?? '', sorted.at(-1) ?? '']
}

export function dayOf(day: LocalDate, stored: StoredVersion): MeterDay {
  return dayFromRow({ ...stored, day: new Date(day) })
}

export interface DayToCommit extends DayKey, PackedDay, DaySums {
  /** The version it takes the place of; 0 if there is none. */
  baseVersion: number
}

/** Null if it is what is stored already. */
export function dayToCommit(meterId: string, day: MeterDay, stored: StoredVersion | undefined): DayToCommit | null {
  const packed = packedDay(day)
  if (stored && samePacked(packed, stored)) return null
  return { meterId, day: day.day, ...packed, ...sumsOf(day), baseVersion: stored?.version ?? 0 }
}
