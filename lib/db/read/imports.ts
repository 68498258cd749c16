/** Imports of meter files and their reports: an operator sees its own. */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { ChannelTotal } from '@/lib/domain/metering/channel-totals'
import { asViewer, type StoredJson, type Tx, type Viewer } from '../client'
import { whOf } from '../stored/amounts'
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
  /** Of the first channels; `channels` says how many there were. Erasing a meter's days takes its totals away. */
  totals: ChannelTotal[]
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
  const ordered = { orderBy: { position: 'asc' } } as const
  const include = { lines: ordered, totals: ordered }
  const row = await asViewer(viewer, (tx) => tx.meterImport.findUnique({ where: { id }, include }))
  if (!row) return null
  const { lines, totals, ...rest } = row
  return { ...importFromRow(rest), lines: lines.map(lineFromRow), totals: totals.map(totalFromRow) }
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

type TotalRow = Awaited<ReturnType<Tx['meterImportTotal']['findFirstOrThrow']>>

function totalFromRow({ fromDay, toDay, energyWh, direction, ...row }: TotalRow): ChannelTotal {
  const { meterId, meter, channel, intervals, estimated, substituted, missing } = row
  const days = { from: dateOf(fromDay), to: dateOf(toDay) }
  const counts = { intervals, energyWh: whOf(energyWh), estimated, substituted, missing }
  return { meterId, meter, channel, direction: direction as ChannelTotal['direction'], ...days, ...counts }
}
