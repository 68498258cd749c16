/** From staged meter-days to the interval store, all of them or none. */
import { randomBytes } from 'node:crypto'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Bulk } from '../bulk'
import type { Column } from '../copy-rows'
import { dayFromRow, packedDay, samePacked, sumsOf, type DaySums, type PackedDay } from '../stored/interval-day'

const SALT_BYTES = 32

/** Somebody wrote a day between our look at it and our writing: look again. */
export class DayOvertaken extends Error {}

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

/** Each with a fresh salt: whoever knew the old one learns nothing of the new data. */
export async function stageDays(bulk: Bulk, days: readonly DayToCommit[]): Promise<void> {
  if (days.length > 0) await bulk.copy('staged_day', stagedRows(days))
}

function* stagedRows(days: readonly DayToCommit[]): Generator<Column[]> {
  const salts = randomBytes(SALT_BYTES * days.length)
  for (const [index, day] of days.entries()) {
    yield [
      { text: day.meterId },
      { day: day.day },
      { int4: day.baseVersion },
      { int4: day.minutes },
      day.data,
      day.exportData,
      { text: day.quality },
      day.qualities,
      salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES),
      { int8: day.importWh },
      { int8: day.exportWh },
    ]
  }
}

export interface CommittedDays {
  added: number
  changed: number
}

const COLUMNS = 'minutes, data, export_data, quality, qualities, salt, import_wh, export_wh'

/** The last step, in the transaction of everything else that the import changes. @param importId Kept with what it replaces. */
export async function commitDays(bulk: Bulk, importId: string): Promise<CommittedDays> {
  await bulk.execute(`SELECT interval_partitions(min(day), max(day)) FROM staged_day GROUP BY date_trunc('month', day)`)
  await bulk.execute("SELECT set_config('app.import', $1, true)", [importId])
  const [asked] = await bulk.query<{ known: number }>(
    'SELECT count(*)::int AS known FROM staged_day WHERE base_version > 0',
  )
  // Without ON CONFLICT, which takes half as long again: whoever was faster breaks the whole transaction off, and all is merged anew.
  const added = await bulk
    .execute(
      `INSERT INTO interval_day (meter_id, day, ${COLUMNS})
       SELECT meter_id, day, ${COLUMNS} FROM staged_day WHERE base_version = 0`,
    )
    .catch(overtaken)
  const known = asked?.known ?? 0
  const changed = known === 0 ? 0 : await replaceDays(bulk)
  if (changed !== known) throw new DayOvertaken(`${known - changed} days were written by somebody else`)
  return { added, changed }
}

const UNIQUE_VIOLATION = '23505'

function overtaken(error: unknown): never {
  if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
  throw new DayOvertaken('a day was added by somebody else', { cause: error })
}

/** Those that are still what they were when the file was merged with them; the trigger keeps what they were. */
function replaceDays(bulk: Bulk): Promise<number> {
  return bulk.execute(`
    UPDATE interval_day i
    SET (${COLUMNS}) = (s.minutes, s.data, s.export_data, s.quality, s.qualities, s.salt, s.import_wh, s.export_wh)
    FROM staged_day s
    WHERE i.meter_id = s.meter_id AND i.day = s.day AND s.base_version > 0 AND i.version = s.base_version`)
}
