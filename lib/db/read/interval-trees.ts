/** What a meter's days were and are, and the trees of those it signed. */
import type { Bounds, LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import type { Tx } from '../client'
import { dayFromRow } from '../stored/interval-day'
import { readFromRow } from '../stored/read'

export interface DayVersion extends MeterDay {
  salt: Uint8Array
  version: number
  /** UTC seconds; null for what stands now. */
  replacedAt: number | null
}

/** Every version of the local days [from, to) of a meter, as far as the transaction may see them. */
export async function dayVersions(
  tx: Tx,
  meterId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<DayVersion[]> {
  const where = { meterId, day: { gte: new Date(from), lt: new Date(to) } }
  const [now, before] = [
    await tx.intervalDay.findMany({ where, orderBy: { day: 'asc' } }),
    await tx.intervalDayVersion.findMany({ where, orderBy: [{ day: 'asc' }, { version: 'desc' }] }),
  ]
  return [...now.map((row) => ({ ...row, replacedAt: null })), ...before].map((row) => ({
    ...dayFromRow({ ...row, quality: row.quality as IntervalQuality }),
    salt: row.salt,
    version: row.version,
    replacedAt: row.replacedAt === null ? null : Number(row.replacedAt),
  }))
}

export interface SignedTree {
  leaves: Hex[]
  read: Read
  /** That recorded the read. */
  txHash: Hex
}

const LEAF_BYTES = 32

/** The trees that hold a day, under reads that stand; the newest read first. */
export async function treesWithDay(tx: Tx, meterId: string, day: LocalDate): Promise<SignedTree[]> {
  const trees = await tx.intervalTree.findMany({ where: { meterId, days: { has: new Date(day) } } })
  const roots = trees.map(({ intervalRoot }) => intervalRoot)
  const where = { meterId, intervalRoot: { in: roots } }
  const reads = await tx.meterRead.findMany({ where, orderBy: { time: 'desc' } })
  return reads.flatMap((row) => {
    const tree = trees.find(({ intervalRoot }) => intervalRoot === row.intervalRoot)
    return tree ? [{ leaves: leavesOf(tree.leaves), read: readFromRow(row), txHash: row.txHash as Hex }] : []
  })
}

function leavesOf(bytes: Uint8Array): Hex[] {
  const all = Buffer.from(bytes).toString('hex')
  const digits = 2 * LEAF_BYTES
  return Array.from({ length: bytes.length / LEAF_BYTES }, (_, index): Hex => {
    return `0x${all.slice(index * digits, (index + 1) * digits)}`
  })
}

export async function isTreeKept(tx: Tx, meterId: string, intervalRoot: Hex): Promise<boolean> {
  const where = { meterId_intervalRoot: { meterId, intervalRoot } }
  return (await tx.intervalTree.findUnique({ where, select: { meterId: true } })) !== null
}

/** When a meter was read before an instant; null if it was not. */
export async function timeOfReadBefore(tx: Tx, meterId: string, time: number): Promise<number | null> {
  const where = { meterId, time: { lt: BigInt(time) } }
  const row = await tx.meterRead.findFirst({ where, orderBy: { time: 'desc' }, select: { time: true } })
  return row && Number(row.time)
}

/** The first read after which a local day is over; null while there is none. */
export async function readClosing(tx: Tx, meterId: string, dayEnd: number): Promise<Read | null> {
  const where = { meterId, time: { gte: BigInt(dayEnd) } }
  const row = await tx.meterRead.findFirst({ where, orderBy: { time: 'asc' } })
  return row && readFromRow(row)
}

/** When a day was erased on request, UTC seconds; null if it was not. */
export async function erasedAt(tx: Tx, meterId: string, day: LocalDate): Promise<number | null> {
  const where = { meterId, fromDay: { lte: new Date(day) }, toDay: { gt: new Date(day) } }
  const row = await tx.erasure.findFirst({ where, orderBy: { at: 'asc' } })
  return row && Number(row.at)
}

/** Reads that commit to days between two instants, in order of time: those within, and the first after them. */
export async function readsOver(tx: Tx, meterId: string, { start, end }: Bounds): Promise<Read[]> {
  const rows = await tx.meterRead.findMany({
    where: { meterId, time: { gt: BigInt(start) } },
    orderBy: { time: 'asc' },
  })
  const last = rows.findIndex(({ time }) => Number(time) >= end)
  return (last < 0 ? rows : rows.slice(0, last + 1)).map(readFromRow)
}
