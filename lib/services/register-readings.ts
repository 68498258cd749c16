/** Readings that files brought of a meter's registers in a month, each against the intervals since the one before it. */
import type { Viewer } from '@/lib/db/client'
import { daysOf, type MeterRow } from '@/lib/db/read/metering'
import { registerReadingsOf, type StoredReading } from '@/lib/db/read/register-readings'
import { ok, type Decision } from '@/lib/domain/decision'
import { addDays, localDateOf, type Bounds } from '@/lib/domain/metering/calendar'
import { completeDays } from '@/lib/domain/metering/gaps'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { readingDifference } from '@/lib/domain/metering/reading-differences'
import type { ComparedMeter, DifferenceRow } from '@/lib/domain/metering/register-differences'
import { marketRegisterCalendar, REGISTERS } from '@/lib/domain/metering/registers'
import { env } from '@/lib/env'

/** A capture holds thousands; a person compares a page of them. */
export const READINGS_SHOWN = 50
/** Readings further apart are not compared: a register is read every year. */
const FURTHEST_S = 400 * 86_400

export interface ComparedReading extends StoredReading {
  name: DifferenceRow['register']
  /** Refused as a read would be; null where there is nothing to compare it with. */
  difference: Decision<DifferenceRow | null>
}

export interface ComparedReadings {
  /** Newest first. */
  rows: ComparedReading[]
  hasMore: boolean
}

/** Only what the viewer may see of the meter. */
export async function comparedReadings(viewer: Viewer, meter: MeterRow, bounds: Bounds): Promise<ComparedReadings> {
  const found = await registerReadingsOf(viewer, meter.id, { ...bounds, most: READINGS_SHOWN + 1 })
  const shown = found.slice(0, READINGS_SHOWN)
  const since = shown.flatMap((reading) => (isComparable(reading) ? [reading.previous?.time ?? reading.time] : []))
  const span = { from: localDateOf(Math.min(...since, bounds.end), env.marketTimeZone), to: dayAfter(bounds.end) }
  const days = since.length === 0 ? [] : await daysOf(viewer, meter.id, span)
  const { digits, multiplier, capacity } = meter
  const compared = { digits, multiplier, capacity, calendar: marketRegisterCalendar, timeZone: env.marketTimeZone }
  const rows = shown.map((reading) => ({
    ...reading,
    name: nameOf(reading),
    difference: differenceOf(reading, days, compared),
  }))
  return { rows, hasMore: found.length > READINGS_SHOWN }
}

const dayAfter = (time: number) => addDays(localDateOf(time, env.marketTimeZone), 1)

/** Days hold all that was exported, not by tariff register. */
function isComparable({ time, previous, direction, register }: StoredReading): boolean {
  if (direction === 'export' && register !== null) return false
  return previous !== null && time - previous.time <= FURTHEST_S
}

function nameOf({ direction, register }: StoredReading): DifferenceRow['register'] {
  if (direction === 'export') return 'export'
  return register === null ? 'total' : (REGISTERS[register] ?? 'total')
}

function differenceOf(
  reading: StoredReading,
  days: readonly MeterDay[],
  meter: ComparedMeter,
): ComparedReading['difference'] {
  const { previous } = reading
  if (!previous || !isComparable(reading)) return ok(null)
  const span = { from: localDateOf(previous.time, meter.timeZone), to: dayAfter(reading.time) }
  const between = days.filter(({ day }) => day >= span.from && day < span.to)
  const pair = { register: nameOf(reading), previous, next: reading }
  return readingDifference(pair, completeDays(between, meter.timeZone, span), meter)
}
