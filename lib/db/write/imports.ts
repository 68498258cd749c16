/** Imports of meter files: that one began, how far it is, and what came of it. */
import type { Bulk } from '../bulk'
import type { ChannelTotal } from '@/lib/domain/metering/channel-totals'
import { asWorker } from '../client'
import type { ImportCounts, ImportLine } from '../stored/import-outcome'
import { storableText, toJson } from '../stored/json'

/** Advisory locks have two numbers: what they are for, and of which. They live as long as the connection that took them. */
export const READING_IMPORT = 1_768_781_935
const COMMITTING_OPERATOR = 1_768_781_936
/** Another than the one for reading: whoever reads does not wait until whoever received has hung up. */
export const RECEIVING_IMPORT = 1_768_781_937

export interface NewImport {
  id: string
  operator: string
  name: string
}

/**
 * Takes the word that an import lives: one that says it is being received or read, and whose lock nobody holds, died.
 * @returns false if another has it. Whoever asks for an import that is at work is told so at once and waits on no connection.
 */
export async function holdImport(bulk: Bulk, purpose: number, id: string): Promise<boolean> {
  const [lock] = await bulk.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken', [
    purpose,
    id,
  ])
  return lock?.taken ?? false
}

/** One that is read where it lies. @returns false if there is an import of that id. */
export async function beginImport(bulk: Bulk, { id, operator, name }: NewImport): Promise<boolean> {
  if (!(await holdImport(bulk, READING_IMPORT, id))) return false
  const values = [id, operator.toLowerCase(), storableText(name)]
  return (
    (await bulk.execute(
      'INSERT INTO meter_import (id, operator, name) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
      values,
    )) === 1
  )
}

/**
 * Imports whose process ended before they did: nothing of them was kept. A file that was handed in and is still there is no
 * reason to fail: it is read again (uploads.ts), as long as it has not ended too many processes. @returns how many failed.
 */
export function failDeadImports(): Promise<number> {
  return asWorker(
    (tx) => tx.$executeRaw`
      WITH under_way AS MATERIALIZED (
          SELECT id, CASE status WHEN 'reading' THEN ${READING_IMPORT}::int ELSE ${RECEIVING_IMPORT}::int END AS purpose
          FROM meter_import i
          WHERE status = 'receiving' OR (status = 'reading'
            AND NOT EXISTS (SELECT FROM meter_upload u WHERE u.import_id = i.id AND u.attempts < ${MOST_ATTEMPTS}))),
        dead AS MATERIALIZED (SELECT id FROM under_way WHERE pg_try_advisory_xact_lock(purpose, hashtext(id::text)))
      UPDATE meter_import SET status = 'failed', finished_at = extract(epoch FROM now())::bigint
      WHERE id IN (SELECT id FROM dead) AND status IN ('receiving', 'reading')`,
  )
}

/** Processes that may end over one file before it is given up. */
export const MOST_ATTEMPTS = 3

/** It ended before the file did. */
export async function failImport(id: string): Promise<void> {
  const data = { status: 'failed', finishedAt: BigInt(Math.floor(Date.now() / 1_000)) }
  await asWorker((tx) => tx.meterImport.updateMany({ where: { id, status: { in: AT_WORK } }, data }))
}

const AT_WORK = ['receiving', 'reading']

/** How many of an operator's imports have not ended. */
export function importsUnderWay(operator: string): Promise<number> {
  const status = { in: [...AT_WORK, 'waiting'] }
  return asWorker((tx) => tx.meterImport.count({ where: { operator: operator.toLowerCase(), status } }))
}

export async function saveProgress(
  id: string,
  { bytes, stagedDays }: { bytes: number; stagedDays: number },
): Promise<void> {
  const data = { bytes: BigInt(bytes), stagedDays }
  await asWorker((tx) => tx.meterImport.updateMany({ where: { id, status: { in: AT_WORK } }, data }))
}

/** Two imports of one operator are committed one after the other: until the end of the transaction. */
export async function lockOperator(bulk: Bulk, operator: string): Promise<void> {
  await bulk.execute('SELECT pg_advisory_xact_lock($1, hashtext($2))', [COMMITTING_OPERATOR, operator.toLowerCase()])
}

export interface ImportOutcome extends ImportCounts {
  status: 'done' | 'refused' | 'failed'
  /** The first of them. */
  lines: readonly ImportLine[]
  /** Of the first channels. */
  totals: readonly ChannelTotal[]
}

export async function finishImport(bulk: Bulk, { id, operator }: NewImport, outcome: ImportOutcome): Promise<void> {
  await bulk.execute(
    `UPDATE meter_import SET status = $2, bytes = $3, sha256 = $4, format = $5, staged_days = $6, meters = $7, days_new = $8,
       days_changed = $9, days_unchanged = $10, readings = $11, faults = $12, remarks = $13, from_day = $14, to_day = $15, channels = $16,
       finished_at = extract(epoch FROM clock_timestamp())::bigint
     WHERE id = $1`,
    [id, ...columnsOf(outcome)],
  )
  await insertLines(bulk, { id, operator }, outcome.lines)
  await insertTotals(bulk, { id, operator }, outcome.totals)
}

type Owner = Pick<NewImport, 'id' | 'operator'>

async function insertLines(bulk: Bulk, { id, operator }: Owner, lines: ImportOutcome['lines']): Promise<void> {
  await bulk.execute(
    `INSERT INTO meter_import_line (import_id, position, operator, line, kind, name, facts)
     SELECT $1, place, $2, line, kind, name, facts::jsonb
     FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[]) AS given (place, line, kind, name, facts)`,
    [
      id,
      operator.toLowerCase(),
      lines.map((_, place) => place),
      lines.map(({ line }) => line),
      lines.map(({ kind }) => kind),
      lines.map(({ name }) => storableText(name)),
      lines.map(({ facts }) => JSON.stringify(toJson(facts))),
    ],
  )
}

async function insertTotals(bulk: Bulk, { id, operator }: Owner, totals: ImportOutcome['totals']): Promise<void> {
  const column = <Value>(of: (total: ChannelTotal) => Value) => totals.map(of)
  await bulk.execute(
    `INSERT INTO meter_import_total (import_id, position, operator, meter_id, meter, channel, direction, from_day, to_day,
       intervals, energy_wh, estimated, substituted, missing)
     SELECT $1, place - 1, $2, meter_id, meter, channel, direction, from_day, to_day, intervals, energy_wh, estimated, substituted, missing
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[],
       $9::int[], $10::numeric[], $11::int[], $12::int[], $13::int[]) WITH ORDINALITY
       AS given (meter_id, meter, channel, direction, from_day, to_day, intervals, energy_wh, estimated, substituted, missing, place)`,
    [
      id,
      operator.toLowerCase(),
      column(({ meterId }) => meterId),
      column(({ meter }) => storableText(meter)),
      column(({ channel }) => storableText(channel)),
      column(({ direction }) => direction),
      column(({ from }) => from),
      column(({ to }) => to),
      column(({ intervals }) => intervals),
      column(({ energyWh }) => energyWh.toString()),
      column(({ estimated }) => estimated),
      column(({ substituted }) => substituted),
      column(({ missing }) => missing),
    ],
  )
}

function columnsOf(outcome: ImportOutcome): unknown[] {
  const { status, bytes, sha256, format, stagedDays, meters, daysNew, daysChanged, daysUnchanged } = outcome
  const { readings, faults, remarks, from, to, channels } = outcome
  const days = [meters, daysNew, daysChanged, daysUnchanged]
  return [status, bytes, sha256, format, stagedDays, ...days, readings, faults, remarks, from, to, channels]
}
