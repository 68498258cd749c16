/** How well a month of an operator's meters is known, and what will not be billed and why: a page of meters at a time. */
import type { Viewer } from '@/lib/db/client'
import { METERS_PAGE, meterMonths, refusedReadsAt, type MeterMonth } from '@/lib/db/read/metering-quality'
import type { Refusal } from '@/lib/domain/decision'
import {
  firstDateOf,
  localDateOf,
  monthBounds,
  nextMonth,
  type Bounds,
  type MonthOfYear,
} from '@/lib/domain/metering/calendar'
import { completeDays, type DaySpan } from '@/lib/domain/metering/gaps'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import { notBillable, type NotBillable } from '@/lib/domain/metering/not-billable'
import { differencesBetween, pairsOf, type DifferenceRow } from '@/lib/domain/metering/register-differences'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { env } from '@/lib/env'

export interface MeterQuality extends Pick<MeterMonth, 'meterId' | 'label' | 'number'> {
  /** Days of the month so far, and how many of them have no data at all. */
  days: number
  absentDays: number
  /** Intervals of the days that have data, by how well they are known. */
  intervals: Record<IntervalQuality, number>
  /** Intervals against registers; empty while a read is not there. */
  differences: DifferenceRow[]
  reasons: NotBillable[]
}

export interface MeteringMonth {
  meters: MeterQuality[]
  /** Where the next page starts; null on the last one. */
  after: string | null
}

export interface MonthPage {
  month: MonthOfYear
  after: string
  onlyDoubtful: boolean
  /** Only this meter; null for all. */
  meterId: string | null
  /** UTC seconds. */
  now: number
}

/** Only of the meters that the viewer operates. */
export async function meteringMonth(viewer: Viewer, { month, now, ...asked }: MonthPage): Promise<MeteringMonth> {
  const bounds = monthBounds(month, env.marketTimeZone)
  const span = spanSoFar(month, now)
  const found = await meterMonths(viewer, { span, ...bounds, ...asked })
  const refused = await refusedReadsAt(
    found.map(({ meterId }) => meterId),
    bounds,
  )
  const period = { ...bounds, ...span }
  const meters = found.map((meter) => qualityOf(meter, { period, now, refused: refused.get(meter.meterId) ?? null }))
  return { meters, after: found.length === METERS_PAGE ? (found.at(-1)?.meterId ?? null) : null }
}

/** Nothing is missing of today and of what is to come. */
function spanSoFar(month: MonthOfYear, now: number): DaySpan {
  const [from, end, today] = [firstDateOf(month), firstDateOf(nextMonth(month)), localDateOf(now, env.marketTimeZone)]
  const to = today < end ? today : end
  return { from, to: to < from ? from : to }
}

interface PeriodFacts {
  period: Bounds & DaySpan
  now: number
  refused: Refusal | null
}

function qualityOf(meter: MeterMonth, { period, now, refused }: PeriodFacts): MeterQuality {
  const timeZone = env.marketTimeZone
  const { digits, multiplier, capacity, meterId, label, number } = meter
  const compared = { digits, multiplier, capacity, calendar: marketRegisterCalendar, timeZone }
  const days = completeDays(meter.days, timeZone, period)
  const rows = pairsOf(meter.reads, meter.turns).flatMap((pair) => {
    const found = differencesBetween(pair, days, compared)
    return found.ok ? found.value : []
  })
  return {
    ...{ meterId, label, number },
    days: days.length,
    absentDays: days.length - meter.days.length,
    intervals: countedByQuality(meter.days),
    differences: rows,
    reasons: notBillable({ ...meter, meter: { ...compared, revokedAt: meter.revokedAt }, refused, period, now }),
  }
}

function countedByQuality(days: readonly MeterDay[]): Record<IntervalQuality, number> {
  const counts = { Measured: 0, Estimated: 0, Substituted: 0, Missing: 0 }
  for (const { qualities } of days) for (const quality of qualities) counts[quality] += 1
  return counts
}
