/** What an erasure request is about, and what was erased. */
import type { DaySpan } from '@/lib/domain/metering/gaps'
import type { Bounds, LocalDate } from '@/lib/domain/metering/calendar'
import { asViewer, type Tx, type Viewer } from '../client'
import { dateOf } from '../stored/interval-day'

export interface MeterTies {
  operator: string
  holder: string
  /** When the holder became it, UTC seconds. */
  holderSince: number
  /** Of anybody; `consumer` says whose. */
  agreements: { consumer: string; start: number; settledUntil: number; endedAt: number | null }[]
  /** Purchases that are settled from the meter and have not ended: until when they are settled. */
  purchases: { settledUntil: number }[]
  /** Reads that were guessed and wait for the true one: from the read before each to the read itself. A substitute is final. */
  guessed: Bounds[]
}

/** Until the transaction ends nothing is settled, imported, edited or erased. */
export async function lockMeter(tx: Tx, meterId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM meter WHERE id = ${meterId} FOR UPDATE`
}

/** Null if there is no such meter. */
export async function meterTies(tx: Tx, meterId: string): Promise<MeterTies | null> {
  const meter = await tx.meter.findUnique({ where: { id: meterId } })
  if (!meter) return null
  const agreements = await tx.agreement.findMany({ where: { meterId } })
  const purchases = await tx.purchase.findMany({
    where: { endedAt: null, OR: [{ deliveryMeterId: meterId }, { useMeterId: meterId }] },
  })
  return {
    operator: meter.operator,
    holder: meter.holder,
    holderSince: Number(meter.holderSince),
    agreements: agreements.map(({ consumer, start, settledUntil, endedAt }) => ({
      consumer,
      start: Number(start),
      settledUntil: Number(settledUntil),
      endedAt: endedAt === null ? null : Number(endedAt),
    })),
    purchases: purchases.map(({ settledUntil }) => ({ settledUntil: Number(settledUntil) })),
    guessed: await guessedReads(tx, meterId),
  }
}

async function guessedReads(tx: Tx, meterId: string): Promise<Bounds[]> {
  const rows = await tx.$queryRaw<{ start: bigint; end: bigint }[]>`
    SELECT before AS start, time AS end
    FROM (SELECT time, quality, lag(time, 1, time) OVER (ORDER BY time) AS before FROM meter_read
      WHERE meter_id = ${meterId}) AS reads
    WHERE quality = 'Estimated'`
  return rows.map(({ start, end }) => ({ start: Number(start), end: Number(end) }))
}

/** Of the spans those that hold any day or a version of one, each from its first: a meter's holder may be it since ever. */
export async function storedSpans(tx: Tx, meterId: string, spans: readonly DaySpan[]): Promise<DaySpan[]> {
  const found: DaySpan[] = []
  for (const { from, to } of spans) {
    const [row] = await tx.$queryRaw<{ first: Date | null }[]>`
      SELECT least(
        (SELECT min(day) FROM interval_day WHERE meter_id = ${meterId} AND day >= ${from}::date AND day < ${to}::date),
        (SELECT min(day) FROM interval_day_version WHERE meter_id = ${meterId} AND day >= ${from}::date AND day < ${to}::date)
      ) AS first`
    if (row?.first) found.push({ from: dateOf(row.first), to })
  }
  return found
}

export interface StoredCounts {
  days: number
  /** Former versions of days. */
  versions: number
}

/** How much of the spans is there to erase. */
export async function countStored(tx: Tx, meterId: string, spans: readonly DaySpan[]): Promise<StoredCounts> {
  const where = { meterId, OR: spans.map(({ from, to }) => ({ day: { gte: new Date(from), lt: new Date(to) } })) }
  return { days: await tx.intervalDay.count({ where }), versions: await tx.intervalDayVersion.count({ where }) }
}

export interface ErasureRow {
  meterId: string
  from: LocalDate
  /** The first day that was not erased any more. */
  to: LocalDate
  days: number
  unlinked: boolean
  /** UTC seconds. */
  at: number
}

const MOST_LISTED = 500

/** What was erased of the meters that the viewer may know, the newest first. */
export async function erasuresOf(viewer: Viewer, meterId?: string): Promise<ErasureRow[]> {
  const where = meterId === undefined ? {} : { meterId: meterId.toLowerCase() }
  const rows = await asViewer(viewer, (tx) =>
    tx.erasure.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: MOST_LISTED }),
  )
  return rows.map(({ meterId: id, fromDay, toDay, days, unlinked, at }) => {
    return { meterId: id, from: dateOf(fromDay), to: dateOf(toDay), days, unlinked, at: Number(at) }
  })
}
