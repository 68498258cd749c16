/** Meter files that were handed in: received by one process, read by another, and read again if that one ends too soon. */
import type { Bulk } from '../bulk'
import { asWorker, type Tx } from '../client'
import { storableText, toJson } from '../stored/json'
import { holdImport, MOST_ATTEMPTS, READING_IMPORT, RECEIVING_IMPORT, type NewImport } from './imports'

export interface HowToRead {
  /** The number of the one meter it is about, if it names none or another. */
  meter?: string | undefined
  /** Of a delimited file. */
  mapping?: unknown
  /** When telegrams that carry no time were read, UTC seconds. */
  at?: number | undefined
}

/** @returns false if there is an import of that id. */
export async function beginUpload(bulk: Bulk, upload: NewImport & HowToRead): Promise<boolean> {
  const { id, operator, name, meter, mapping, at } = upload
  if (!(await holdImport(bulk, RECEIVING_IMPORT, id))) return false
  const how = [
    meter === undefined ? null : storableText(meter),
    mapping ? JSON.stringify(toJson(mapping)) : null,
    at ?? null,
  ]
  const begun = await bulk.execute(
    `WITH begun AS (INSERT INTO meter_import (id, operator, name, status) VALUES ($1, $2, $3, 'receiving')
       ON CONFLICT (id) DO NOTHING RETURNING id)
     INSERT INTO meter_upload (import_id, meter, mapping, at) SELECT id, $4, $5::jsonb, $6::bigint FROM begun`,
    [id, operator.toLowerCase(), storableText(name), ...how],
  )
  return begun === 1
}

/** All of it is here. @returns false if it was taken for dead meanwhile. */
export async function uploadArrived(tx: Tx, { id, size }: { id: string; size: number }): Promise<boolean> {
  const data = { status: 'waiting', size: BigInt(size), bytes: 0n }
  return (await tx.meterImport.updateMany({ where: { id, status: 'receiving' }, data })).count === 1
}

export interface WaitingUpload extends NewImport {
  size: number
  meter: string | null
  mapping: unknown
  at: number | null
}

/** Candidates of one look: others may be faster at each. */
const MOST_TRIED = 20

/** The next file to read, from now on this connection's. First of whom least is being read, then the oldest. */
export async function takeUpload(bulk: Bulk): Promise<WaitingUpload | null> {
  const waiting = await bulk.query<{ id: string }>(
    `SELECT i.id FROM meter_import i JOIN meter_upload u ON u.import_id = i.id WHERE i.status = 'waiting'
     ORDER BY (SELECT count(*) FROM meter_import r WHERE r.operator = i.operator AND r.status = 'reading'), i.created_at, i.id
     LIMIT ${MOST_TRIED}`,
  )
  for (const { id } of waiting) {
    if (!(await holdImport(bulk, READING_IMPORT, id))) continue
    const [taken] = await bulk.query<Omit<WaitingUpload, 'size' | 'at'> & { size: string; at: string | null }>(
      `WITH taken AS (UPDATE meter_import SET status = 'reading' WHERE id = $1 AND status = 'waiting'
         RETURNING id, operator, name, size)
       UPDATE meter_upload u SET attempts = attempts + 1 FROM taken WHERE u.import_id = taken.id
       RETURNING taken.*, u.meter, u.mapping, u.at`,
      [id],
    )
    if (taken) return { ...taken, size: Number(taken.size), at: taken.at === null ? null : Number(taken.at) }
    await bulk.execute('SELECT pg_advisory_unlock($1, hashtext($2))', [READING_IMPORT, id])
  }
  return null
}

/** Files whose reader ended before it said anything: they wait again. @returns how many. */
export function returnDeadReads(): Promise<number> {
  return asWorker(
    (tx) => tx.$executeRaw`
      WITH reading AS MATERIALIZED (
          SELECT i.id FROM meter_import i JOIN meter_upload u ON u.import_id = i.id
          WHERE i.status = 'reading' AND u.attempts < ${MOST_ATTEMPTS}),
        dead AS MATERIALIZED (
          SELECT id FROM reading WHERE pg_try_advisory_xact_lock(${READING_IMPORT}::int, hashtext(id::text)))
      UPDATE meter_import SET status = 'waiting', bytes = 0, staged_days = 0
      WHERE id IN (SELECT id FROM dead) AND status = 'reading'`,
  )
}

/** How many files wait to be read. */
export function waitingUploads(): Promise<number> {
  return asWorker((tx) => tx.meterImport.count({ where: { status: 'waiting' } }))
}

/** Imports whose file is still needed. What is known of the others' files is forgotten. */
export function neededUploads(): Promise<Set<string>> {
  const status = { in: ['receiving', 'waiting', 'reading'] }
  return asWorker(async (tx) => {
    await tx.meterUpload.deleteMany({ where: { import: { status: { notIn: status.in } } } })
    const needed = await tx.meterUpload.findMany({ where: { import: { status } }, select: { importId: true } })
    return new Set(needed.map(({ importId }) => importId))
  })
}
