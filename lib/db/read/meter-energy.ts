/** Energy of one meter over long spans: by day, month and year from the sums of the days, and hour by hour as a heat map. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { worstQuality, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { registeredHours } from '@/lib/domain/metering/registered-hours'
import { wh, type Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import { asViewer, type Viewer } from '../client'
import { dateOf } from '../stored/interval-day'
import { daysOf } from './metering'

/** Local days [from, to). */
export interface DaySpan {
  from: LocalDate
  to: LocalDate
}

export interface DaySum {
  day: LocalDate
  importWh: Wh
  exportWh: Wh
  /** Of the worst interval. */
  quality: IntervalQuality
}

/** In order; days without data are left out. */
export async function daySumsOf(viewer: Viewer, meterId: string, { from, to }: DaySpan): Promise<DaySum[]> {
  const where = { meterId: meterId.toLowerCase(), day: { gte: new Date(from), lt: new Date(to) } }
  const select = { day: true, importWh: true, exportWh: true, quality: true } as const
  const rows = await asViewer(viewer, (tx) => tx.intervalDay.findMany({ where, select, orderBy: { day: 'asc' } }))
  return rows.map((row) => ({
    day: dateOf(row.day),
    importWh: wh(row.importWh),
    exportWh: wh(row.exportWh),
    quality: row.quality as IntervalQuality,
  }))
}

export interface SpanSum {
  /** YYYY-MM, or YYYY. */
  span: string
  importWh: Wh
  exportWh: Wh
  /** How many days have data, and how many of them are wholly measured. */
  days: number
  measuredDays: number
}

const MONTH = 'YYYY-MM'.length
const YEAR = 'YYYY'.length

/** In order; months without data are left out. */
export async function monthSumsOf(viewer: Viewer, meterId: string, span: DaySpan): Promise<SpanSum[]> {
  return summed(await daySumsOf(viewer, meterId, span), MONTH)
}

/** In order; years without data are left out. */
export async function yearSumsOf(viewer: Viewer, meterId: string, span: DaySpan): Promise<SpanSum[]> {
  return summed(await daySumsOf(viewer, meterId, span), YEAR)
}

function summed(days: readonly DaySum[], length: number): SpanSum[] {
  const spans = new Map<string, SpanSum>()
  for (const { day, importWh, exportWh, quality } of days) {
    const span = day.slice(0, length)
    const sum = spans.get(span) ?? { span, importWh: wh(0n), exportWh: wh(0n), days: 0, measuredDays: 0 }
    spans.set(span, {
      span,
      importWh: wh(sum.importWh + importWh),
      exportWh: wh(sum.exportWh + exportWh),
      days: sum.days + 1,
      measuredDays: sum.measuredDays + (quality === 'Measured' ? 1 : 0),
    })
  }
  return [...spans.values()]
}

export interface HeatHour {
  /** What the wall clock shows: where the clocks change, one is left out or comes twice. */
  hour: number
  importWh: Wh
  exportWh: Wh
  quality: IntervalQuality
}

export interface HeatDay {
  day: LocalDate
  hours: HeatHour[]
}

/** Day by day and hour by hour; days without data are left out. */
export async function heatMapOf(viewer: Viewer, meterId: string, span: DaySpan): Promise<HeatDay[]> {
  const days = await daysOf(viewer, meterId, span)
  return days.map((day) => {
    const hours = registeredHours(day, env.marketTimeZone)
    return {
      day: day.day,
      hours: hours.map(({ hour, importWh, exportWh }, place) => {
        return { hour, importWh, exportWh, quality: qualityIn(day, { place, hours: hours.length }) }
      }),
    }
  })
}

function qualityIn(
  { quality, qualities }: MeterDay & { quality: IntervalQuality },
  { place, hours }: { place: number; hours: number },
): IntervalQuality {
  if (quality === 'Measured') return quality
  const perHour = qualities.length / hours
  const first = Math.floor(place * perHour)
  return worstQuality(qualities.slice(first, Math.max(first + 1, (place + 1) * perHour)))
}
