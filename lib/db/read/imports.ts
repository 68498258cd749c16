/** Imports of meter files and their reports: an operator sees its own. */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { asViewer, type StoredJson, type Tx, type Viewer } from '../client'
import type { ImportCounts, ImportLine } from '../stored/import-outcome'
import { dateOf } from '../stored/interval-day'

export const IMPORT_STATUSES = ['receiving', 'waiting', 'reading', 'refused', 'done', 'failed'] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

export interface MeterImport extends ImportCounts {
  id: string
  /** What the person called the file. */
  name: string
  status: ImportStatus
  /** Of the file in bytes, once all of it has been received; null if it is read where it lies. */
  size: number | null
  /** UTC seconds. */
  createdAt: number
  finishedAt: number | null
}

export interface ImportReport extends MeterImport {
  /** The first thousand, in the order they were found; the counts say how many there were. */
  lines: ImportLine[]
}

const MOST_LISTED = 200

/** Newest first. */
export async function importsOf(viewer: Viewer, limit = 50): Promise<MeterImport[]> {
  const page = { orderBy: { createdAt: 'desc' }, take: Math.min(limit, MOST_LISTED) } as const
  return (await asViewer(viewer, (tx) => tx.meterImport.findMany(page))).map(importFromRow)
}

/** Null also if the viewer may not see it, or if the id is none. */
export async function getImport(viewer: Viewer, id: string): Promise<ImportReport | null> {
  if (!UUID.test(id)) return null
  const include = { lines: { orderBy: { position: 'asc' } } } as const
  const row = await asViewer(viewer, (tx) => tx.meterImport.findUnique({ where: { id }, include }))
  return row && { ...importFromRow(row), lines: row.lines.map(lineFromRow) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type ImportRow = Awaited<ReturnType<Tx['meterImport']['findFirstOrThrow']>>

function importFromRow({ fromDay, toDay, bytes, size, createdAt, finishedAt, status, ...row }: ImportRow): MeterImport {
  return {
    ...row,
    status: status as ImportStatus,
    bytes: Number(bytes),
    size: size === null ? null : Number(size),
    from: fromDay && dateOf(fromDay),
    to: toDay && dateOf(toDay),
    createdAt: Number(createdAt),
    finishedAt: finishedAt === null ? null : Number(finishedAt),
  }
}

function lineFromRow(row: { line: number | null; kind: string; name: string; facts: StoredJson }): ImportLine {
  return {
    kind: row.kind as ImportLine['kind'],
    name: row.name,
    facts: row.facts as FileFault['facts'],
    line: row.line,
  }
}
