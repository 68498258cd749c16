/** Days with their versions, what people changed in them, and what was there before. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { DaySpan } from '@/lib/domain/metering/gaps'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Hex } from '@/lib/domain/units/hex'
import { asViewer, type StoredJson, type Tx, type Viewer } from '../client'
import { dateOf, dayFromRow } from '../stored/interval-day'
import type { ChangeKind, DayVersion } from '../write/interval-changes'

const UNUSED = { salt: true, importWh: true, exportWh: true } as const

export interface VersionedDay extends MeterDay {
  version: number
}

/** Days of a span that the viewer may see, in order; days without a row are left out. */
export async function versionedDays(viewer: Viewer, meterId: string, { from, to }: DaySpan): Promise<VersionedDay[]> {
  const where = { meterId: meterId.toLowerCase(), day: { gte: new Date(from), lt: new Date(to) } }
  const rows = await asViewer(viewer, (tx) => tx.intervalDay.findMany({ where, omit: UNUSED, orderBy: { day: 'asc' } }))
  return rows.map(versioned)
}

export interface ChangeRow {
  id: string
  meterId: Hex
  operator: string
  kind: ChangeKind
  reason: string
  at: number
  /** The versions it made. */
  days: DayVersion[]
  method: StoredJson
  /** The change it took back; null if it is no undoing. */
  undoes: string | null
  isUndone: boolean
}

/** Newest first. */
export async function changesOf(viewer: Viewer, meterId: string, limit = 20): Promise<ChangeRow[]> {
  return asViewer(viewer, (tx) => changesIn(tx, { meterId: meterId.toLowerCase() }, limit))
}

export interface ChangeWithBefore {
  change: ChangeRow
  /** What the change replaced; a day that had no row is left out. */
  replaced: MeterDay[]
}

/** Null also if the viewer may not see it. */
export async function changeWithBefore(viewer: Viewer, id: string): Promise<ChangeWithBefore | null> {
  return asViewer(viewer, async (tx) => {
    const [change] = await changesIn(tx, { id }, 1)
    if (!change) return null
    const omit = { salt: true, replacedAt: true, replacedBy: true } as const
    const rows = await tx.intervalDayVersion.findMany({ where: { replacedBy: id }, omit, orderBy: { day: 'asc' } })
    return { change, replaced: rows.map(versioned) }
  })
}

async function changesIn(tx: Tx, where: { meterId?: string; id?: string }, take: number): Promise<ChangeRow[]> {
  const rows = await tx.intervalChange.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take })
  const undone = await tx.intervalChange.findMany({
    where: { undoes: { in: rows.map(({ id }) => id) } },
    select: { undoes: true },
  })
  return rows.map(({ detail, createdAt, ...row }) => {
    const { days, method } = detail as unknown as { days: DayVersion[]; method: StoredJson }
    return {
      id: row.id,
      meterId: row.meterId as Hex,
      operator: row.operator,
      kind: row.kind as ChangeKind,
      reason: row.reason,
      undoes: row.undoes,
      at: Number(createdAt),
      days,
      method,
      isUndone: undone.some(({ undoes }) => undoes === row.id),
    }
  })
}

function versioned(row: {
  day: Date
  version: number
  minutes: number
  data: Uint8Array
  exportData: Uint8Array
  quality: string
  qualities: Uint8Array | null
}): VersionedDay {
  return { ...dayFromRow({ ...row, quality: row.quality as IntervalQuality }), version: row.version }
}

/** Some days as they are at this moment; a day without a row is left out. */
export async function daysNow(
  viewer: Viewer,
  meterId: string,
  dates: readonly LocalDate[],
): Promise<Map<LocalDate, VersionedDay>> {
  const where = { meterId, day: { in: dates.map((date) => new Date(date)) } }
  const rows = await asViewer(viewer, (tx) => tx.intervalDay.findMany({ where, omit: UNUSED }))
  return new Map(rows.map((row) => [dateOf(row.day), versioned(row)]))
}
