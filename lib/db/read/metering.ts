/** Meters and what they measured. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { daysToKnow, type DayOfUse } from '@/lib/domain/metering/forecast-use'
import { registerTotals } from '@/lib/domain/metering/intervals'
import type { Meter } from '@/lib/domain/metering/meter'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { registeredHours } from '@/lib/domain/metering/registered-hours'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { watt, type Watt, type Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import { asViewer, asWorker, type Tx, type Viewer } from '../client'
import { wholeOf } from '../stored/amounts'
import { dayFromRow } from '../stored/interval-day'
import { readFromJson, readFromRow } from '../stored/read'
import { presentSerials } from './meter-devices'

export interface MeterRow extends Meter {
  id: string
  label: string | null
  /** The meter number. */
  number: string | null
  /** Of the device that is there now; null if it is not known. */
  serial: string | null
  lastRead: Read
  /** Since when the meter has no key; null if it has one. */
  revokedAt: number | null
}

export async function metersOfHolder(viewer: Viewer): Promise<MeterRow[]> {
  return asViewer(viewer, (tx) => metersIn(tx, { holder: viewer.address.toLowerCase() }))
}

/** Null also if the viewer may not see it. */
export async function getMeter(viewer: Viewer, id: string): Promise<MeterRow | null> {
  const [meter] = await asViewer(viewer, (tx) => metersIn(tx, { id: id.toLowerCase() }))
  return meter ?? null
}

interface MetersWhere {
  id?: string | { in: string[] }
  holder?: string
  operator?: string
}

export async function metersIn(tx: Tx, where: MetersWhere): Promise<MeterRow[]> {
  const rows = await tx.meter.findMany({
    where,
    orderBy: { id: 'asc' },
    omit: { lastReadTime: true, deviceSince: true },
  })
  const labels = await tx.meterLabel.findMany({
    where: { meterId: { in: rows.map(({ id }) => id) } },
    select: { meterId: true, label: true, number: true },
  })
  const labelOf = new Map(labels.map((row) => [row.meterId, row]))
  const serials = await presentSerials(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ capacityW, ...row }) => ({
    ...row,
    operator: row.operator as Address,
    holder: row.holder as Address,
    region: Number(row.region),
    customerClass: row.customerClass as CustomerClass,
    capacity: watt(wholeOf(capacityW)),
    signer: row.signer as Hex,
    label: labelOf.get(row.id)?.label ?? null,
    number: labelOf.get(row.id)?.number ?? null,
    serial: serials.get(row.id) ?? null,
    lastRead: readFromJson(row.lastRead),
    revokedAt: row.revokedAt === null ? null : Number(row.revokedAt),
  }))
}

/** Reads of a meter the viewer may see, newest first. */
export async function readsOf(viewer: Viewer, meterId: string, limit = 100): Promise<(Read & { txHash: string })[]> {
  const where = { meterId: meterId.toLowerCase() }
  const rows = await asViewer(viewer, (tx) => tx.meterRead.findMany({ where, orderBy: { time: 'desc' }, take: limit }))
  return rows.map((row) => ({ ...readFromRow(row), txHash: row.txHash }))
}

export interface DayUse extends MeterDay {
  /** Of the worst interval. */
  quality: IntervalQuality
}

/** Local days [from, to), in order; days without data are left out. */
export async function daysOf(
  viewer: Viewer,
  meterId: string,
  { from, to }: { from?: LocalDate; to?: LocalDate } = {},
): Promise<DayUse[]> {
  const day = { gte: from && new Date(from), lt: to && new Date(to) }
  const where = { meterId: meterId.toLowerCase(), day }
  const rows = await asViewer(viewer, (tx) => tx.intervalDay.findMany({ where, orderBy: { day: 'asc' } }))
  return rows.map((row) => {
    const quality = row.quality as IntervalQuality
    return { ...dayFromRow({ ...row, quality }), quality }
  })
}

export interface MonthUse {
  /** Local, YYYY-MM. */
  month: string
  registers: RegisterValues<Wh>
  exportWh: Wh
  /** The highest of its intervals, as its meter signs it. */
  maxDemand: Watt
  days: number
}

/** Energy per register and local month, in order. A day with holes counts its energy, but is not one of the days. */
export async function monthlyUseOf(viewer: Viewer, meterId: string): Promise<MonthUse[]> {
  const months = new Map<string, DayUse[]>()
  for (const day of await daysOf(viewer, meterId)) {
    const month = day.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), day])
  }
  return [...months].map(([month, days]) => {
    const hours = days.flatMap((day) => registeredHours(day, env.marketTimeZone))
    const { importWh: registers, exportWh } = registerTotals(hours, marketRegisterCalendar)
    const whole = days.filter(({ quality }) => quality !== 'Missing')
    return { month, registers, exportWh, maxDemand: highestDemand(days), days: whole.length }
  })
}

/**
 * What is known of the use in local days [from, to), and of the days that a forecast of the others rests on, in order. A day with a
 * hole is left out.
 */
export async function knownUse(
  viewer: Viewer,
  meterId: string,
  span: { from: LocalDate; to: LocalDate },
): Promise<DayOfUse[]> {
  const spans = await Promise.all(daysToKnow(span).map((each) => daysOf(viewer, meterId, each)))
  const days = spans.flat().filter(({ quality }) => quality !== 'Missing')
  return days.map((day) => {
    const { importWh } = registerTotals(registeredHours(day, env.marketTimeZone), marketRegisterCalendar)
    return { day: day.day, registers: importWh, maxDemand: highestDemand([day]) }
  })
}

/** Mean power of the interval that took most. */
function highestDemand(days: readonly DayUse[]): Watt {
  const demands = days.flatMap(({ importWh, minutes }) =>
    importWh.map((energy) => (energy * MINUTES_PER_HOUR) / BigInt(minutes)),
  )
  return watt(demands.reduce((most, demand) => (demand > most ? demand : most), 0n))
}

const MINUTES_PER_HOUR = 60n

/** The last day a meter has interval data of; for the worker. Null if it has none. */
export async function lastIntervalDay(meterId: string): Promise<LocalDate | null> {
  const last = await asWorker((tx) => tx.intervalDay.findFirst({ where: { meterId }, orderBy: { day: 'desc' } }))
  return last && last.day.toISOString().slice(0, 10)
}
