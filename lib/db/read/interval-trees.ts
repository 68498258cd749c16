/** What a meter's days were and are, and the trees of those it signed. */
import type { Bounds, LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import type { Tx } from '../client'
import { dayFromRow } from '../stored/interval-day'
import { readFromRow } from '../stored/read'
import { closingReads, closingReadsOver } from './closing-reads'

export interface SaltedDay extends MeterDay {
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
): Promise<SaltedDay[]> {
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
  /** That recorded the read, or the exchange that it closed a meter in. */
  txHash: Hex
  /** Whether it closed a meter: its operator may then have stated it. */
  closes: boolean
}

/** A read with a root, and what the days under it began after; null is the recorded read before it. */
export interface CommittingRead {
  read: Read
  since: number | null
}

const LEAF_BYTES = 32

/** The trees that hold a day, under reads that stand; the newest read first. */
export async function treesWithDay(tx: Tx, meterId: string, day: LocalDate): Promise<SignedTree[]> {
  const trees = await tx.intervalTree.findMany({ where: { meterId, days: { has: new Date(day) } } })
  const roots = trees.map(({ intervalRoot }) => intervalRoot)
  const rows = await tx.meterRead.findMany({ where: { meterId, intervalRoot: { in: roots } } })
  const recorded = rows.map((row) => ({ read: readFromRow(row), txHash: row.txHash as Hex, closes: false }))
  const closing = (await closingReads(tx, meterId)).map(({ read, txHash }) => ({ read, txHash, closes: true }))
  const newestFirst = [...recorded, ...closing].sort((a, b) => b.read.time - a.read.time)
  return newestFirst.flatMap((found) => {
    const tree = trees.find(({ intervalRoot }) => intervalRoot === found.read.intervalRoot)
    return tree ? [{ leaves: leavesOf(tree.leaves), ...found }] : []
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

/** The first read after which a local day is over, and the closing reads of meters exchanged before that; none while none is there. */
export async function readsAfterDay(tx: Tx, meterId: string, day: Bounds): Promise<CommittingRead[]> {
  const where = { meterId, time: { gte: BigInt(day.end) } }
  const row = await tx.meterRead.findFirst({ where, orderBy: { time: 'asc' } })
  const closing = (await closingReadsOver(tx, meterId, day)).filter(({ read }) => read.time >= day.end)
  return [...(row ? [{ read: readFromRow(row), since: null }] : []), ...closing]
}

/** When a day was erased on request, UTC seconds; null if it was not. */
export async function erasedAt(tx: Tx, meterId: string, day: LocalDate): Promise<number | null> {
  const where = { meterId, fromDay: { lte: new Date(day) }, toDay: { gt: new Date(day) } }
  const row = await tx.erasure.findFirst({ where, orderBy: { at: 'asc' } })
  return row && Number(row.at)
}

/** Reads that commit to days between two instants: those within, the first after them, and closing reads of exchanges. */
export async function readsOver(tx: Tx, meterId: string, { start, end }: Bounds): Promise<CommittingRead[]> {
  const rows = await tx.meterRead.findMany({
    where: { meterId, time: { gt: BigInt(start) } },
    orderBy: { time: 'asc' },
  })
  const last = rows.findIndex(({ time }) => Number(time) >= end)
  const recorded = (last < 0 ? rows : rows.slice(0, last + 1)).map((row) => ({ read: readFromRow(row), since: null }))
  return [...recorded, ...(await closingReadsOver(tx, meterId, { start, end }))]
}
