/** What an operator looks at of its meters in a month, a page of meters at a time: their days, and the reads at both ends. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { DaySpan } from '@/lib/domain/metering/gaps'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import type { MeterTurn } from '@/lib/domain/metering/register-differences'
import type { Refusal } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, type Watt } from '@/lib/domain/units/units'
import { asViewer, asWorker, type Tx, type Viewer } from '../client'
import { dayFromRow } from '../stored/interval-day'
import { readFromRow } from '../stored/read'
import { exchangesAmong } from './exchanges'

/** Meters of one page. */
export const METERS_PAGE = 25

export interface MonthAsked {
  /** Local days [from, to). */
  span: DaySpan
  /** The instants of both reads, UTC seconds. */
  start: number
  end: number
  /** Meters after this one, in order of their ids; empty for the first page. */
  after: string
  /** Only meters with days that are not all measured. */
  onlyDoubtful: boolean
  /** Only this meter; null for all. */
  meterId: string | null
}

export interface MeterMonth {
  meterId: Hex
  label: string | null
  number: string | null
  digits: number
  multiplier: number
  capacity: Watt
  /** In order; days without data are left out. */
  days: MeterDay[]
  /** At the start and at the end, if they are there. */
  reads: Read[]
  /** Its exchanges, in order. */
  turns: MeterTurn[]
  /** Since when its key is revoked, UTC seconds; null while it has one. */
  revokedAt: number | null
}

export async function meterMonths(viewer: Viewer, asked: MonthAsked): Promise<MeterMonth[]> {
  return asViewer(viewer, async (tx) => {
    const meters = await metersOn(tx, viewer, asked)
    const ids = meters.map(({ meterId }) => meterId)
    const [days, reads] = [await daysIn(tx, ids, asked.span), await readsAt(tx, ids, [asked.start, asked.end])]
    const turns = await exchangesAmong(tx, ids)
    return meters.map((meter) => ({
      ...meter,
      days: days.get(meter.meterId) ?? [],
      reads: reads.filter(({ meterId }) => meterId === meter.meterId),
      turns: turns.filter(({ meterId }) => meterId === meter.meterId),
    }))
  })
}

type MeterFacts = Omit<MeterMonth, 'days' | 'reads' | 'turns'>

async function metersOn(
  tx: Tx,
  viewer: Viewer,
  { span, after, onlyDoubtful, meterId }: MonthAsked,
): Promise<MeterFacts[]> {
  const doubtful = onlyDoubtful
    ? await tx.$queryRaw<{ meter_id: string }[]>`
        SELECT meter_id FROM doubtful_meters(${span.from}::date, ${span.to}::date, ${after}, ${METERS_PAGE}::int)`
    : null
  const rows = await tx.$queryRaw<
    {
      id: string
      label: string | null
      number: string | null
      digits: number
      multiplier: number
      capacity: string
      revoked_at: bigint | null
    }[]
  >`
    SELECT m.id, l.label, l.number, m.digits, m.multiplier, m.capacity_w::text AS capacity, m.revoked_at
    FROM meter m LEFT JOIN meter_label l ON l.meter_id = m.id
    WHERE m.operator = ${viewer.address.toLowerCase()} AND m.id > ${after}
      AND (${meterId === null} OR m.id = ${meterId?.toLowerCase() ?? ''})
      AND (${doubtful === null} OR m.id = ANY(${(doubtful ?? []).map(({ meter_id }) => meter_id)}::text[]))
    ORDER BY m.id LIMIT ${METERS_PAGE}`
  return rows.map(({ id, capacity, revoked_at: revokedAt, ...row }) => ({
    ...row,
    meterId: id as Hex,
    capacity: watt(BigInt(capacity)),
    revokedAt: revokedAt === null ? null : Number(revokedAt),
  }))
}

async function daysIn(tx: Tx, ids: readonly string[], { from, to }: DaySpan): Promise<Map<string, MeterDay[]>> {
  const rows = await tx.intervalDay.findMany({
    where: { meterId: { in: [...ids] }, day: { gte: new Date(from), lt: new Date(to) } },
    omit: { salt: true, importWh: true, exportWh: true, version: true },
    orderBy: { day: 'asc' },
  })
  const days = new Map<string, MeterDay[]>()
  for (const row of rows) {
    const day = dayFromRow({ ...row, quality: row.quality as IntervalQuality })
    days.set(row.meterId, [...(days.get(row.meterId) ?? []), day])
  }
  return days
}

async function readsAt(tx: Tx, ids: readonly string[], times: readonly number[]): Promise<Read[]> {
  const rows = await tx.meterRead.findMany({ where: { meterId: { in: [...ids] }, time: { in: times.map(BigInt) } } })
  return rows.map(readFromRow)
}

/**
 * Why the newest read of each meter for an instant was refused: when it was handed in, or when its period was to be settled.
 * For the worker: give it only meters that the viewer operates.
 */
export async function refusedReadsAt(
  meterIds: readonly string[],
  { start, end }: { start: number; end: number },
): Promise<Map<string, Refusal>> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ meter_id: string; name: string }[]>`
      SELECT payload->'read'->>'meterId' AS meter_id, refusal_name AS name, updated_at AS at FROM relay_request
      WHERE kind = 'read' AND status = 'refused' AND refusal_name IS NOT NULL
        AND payload->'read'->>'meterId' = ANY(${[...meterIds]}::text[]) AND payload->'read'->>'time' = ${String(end)}
      UNION ALL
      SELECT a.meter_id, s.reason_name, s.at FROM settlement_skip s JOIN agreement a ON a.id = s.agreement_id
      WHERE a.meter_id = ANY(${[...meterIds]}::text[]) AND s.start = ${BigInt(start)} AND a.settled_until <= s.start
      ORDER BY at`,
  )
  return new Map(rows.map(({ meter_id, name }) => [meter_id, { name, facts: {} }]))
}

/** The last day that any of the operator's meters has data of; null if none has. */
export async function lastDayOfOperator(viewer: Viewer): Promise<LocalDate | null> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ day: Date | null }[]>`
      SELECT max(last.day) AS day FROM meter m
      CROSS JOIN LATERAL (SELECT i.day FROM interval_day i WHERE i.meter_id = m.id ORDER BY i.day DESC LIMIT 1) last
      WHERE m.operator = ${viewer.address.toLowerCase()}`,
  )
  return rows[0]?.day?.toISOString().slice(0, 10) ?? null
}
