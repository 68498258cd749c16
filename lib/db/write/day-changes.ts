/** The days that one transaction changes, on their way into the interval store: all of them or none. */
import { randomBytes } from 'node:crypto'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Bulk } from '../bulk'
import type { Column } from '../copy-rows'
import type { DayToCommit } from './commit-days'

const SALT_BYTES = 32
/** Days that wait for one COPY: enough that beginning it takes little of the time, few enough for little memory. */
const AT_ONCE = 8_000

/** Somebody wrote a day between our look at it and our writing: look again. */
export class DayOvertaken extends Error {}

/**
 * The tables that days of these months lie in. Before the transaction that writes the days: until a transaction that made one
 * ends, nobody else can make one.
 */
export async function makeMonths(bulk: Bulk, months: readonly LocalDate[]): Promise<void> {
  await bulk.execute('SELECT interval_partitions(month, month) FROM unnest($1::date[]) AS month', [[...months]])
}

export interface CommittedDays {
  added: number
  changed: number
}

/** New days are written once, straight into their month; the others are staged, and replaced at the end. */
export class DayChanges {
  private waiting = 0
  private fresh = new Map<string, DayToCommit[]>()
  private known: DayToCommit[] = []
  private readonly written = { added: 0, staged: 0 }

  /** @param bulk In the transaction that everything is written in. */
  constructor(private readonly bulk: Bulk) {}

  async add(days: readonly DayToCommit[]): Promise<void> {
    for (const day of days) this.listOf(day).push(day)
    this.waiting += days.length
    if (this.waiting >= AT_ONCE) await this.write()
  }

  /** The last step. @param importId Kept with what it replaces. */
  async commit(importId: string): Promise<CommittedDays> {
    await this.write()
    const { added, staged } = this.written
    if (staged === 0) return { added, changed: 0 }
    await this.bulk.execute("SELECT set_config('app.import', $1, true)", [importId])
    const changed = await replaceDays(this.bulk)
    if (changed !== staged) throw new DayOvertaken(`${staged - changed} days were written by somebody else`)
    return { added, changed }
  }

  private listOf({ baseVersion, day }: DayToCommit): DayToCommit[] {
    if (baseVersion > 0) return this.known
    const month = day.slice(0, 7)
    const list = this.fresh.get(month) ?? []
    if (list.length === 0) this.fresh.set(month, list)
    return list
  }

  private async write(): Promise<void> {
    const { fresh, known } = this
    this.fresh = new Map()
    this.known = []
    this.waiting = 0
    for (const [month, days] of fresh) this.written.added += await addDays(this.bulk, month, days)
    if (known.length > 0)
      this.written.staged += await this.bulk.copy(`staged_day (${COLUMNS}, base_version)`, staged(known))
  }
}

const CONTENT = 'minutes, data, export_data, quality, qualities, salt, import_wh, export_wh'
const COLUMNS = `meter_id, day, ${CONTENT}`

/** Not through the whole table: PostgreSQL has no COPY under row-level security. @param month YYYY-MM. */
function addDays(bulk: Bulk, month: string, days: readonly DayToCommit[]): Promise<number> {
  if (!/^\d{4}-\d\d$/.test(month)) throw new Error(`${month} is no month`)
  return bulk.copy(`interval_day_${month.replace('-', '_')} (${COLUMNS})`, rowsOf(days)).catch(overtaken)
}

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'

/** Whoever was faster breaks the whole transaction off, and all is merged anew. */
function overtaken(error: unknown): never {
  const { code } = error as { code?: string }
  if (code !== UNIQUE_VIOLATION && code !== DEADLOCK) throw error
  throw new DayOvertaken('a day was added by somebody else', { cause: error })
}

function* rowsOf(days: readonly DayToCommit[]): Generator<Column[]> {
  // Each with a fresh one: whoever knew the old salt of a day learns nothing of its new data.
  const salts = randomBytes(SALT_BYTES * days.length)
  for (const [index, day] of days.entries()) {
    yield [
      { text: day.meterId },
      { day: day.day },
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

function* staged(days: readonly DayToCommit[]): Generator<Column[]> {
  let index = 0
  for (const row of rowsOf(days)) yield [...row, { int4: days[index++]?.baseVersion ?? 0 }]
}

/** Those that are still what they were when the file was merged with them; the trigger keeps what they were. */
function replaceDays(bulk: Bulk): Promise<number> {
  return bulk.execute(`
    UPDATE interval_day i
    SET (${CONTENT}) = (s.minutes, s.data, s.export_data, s.quality, s.qualities, s.salt, s.import_wh, s.export_wh)
    FROM staged_day s
    WHERE i.meter_id = s.meter_id AND i.day = s.day AND i.version = s.base_version`)
}
