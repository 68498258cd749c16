/** A meter's intervals as a file to keep or hand on, in pieces: however long the span, a month at a time is in memory. */
import { getMeter, daysOf } from '@/lib/db/read/metering'
import { meteredDaysOf } from '@/lib/db/read/metering-span'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { spanOf, type DateSpan } from '@/lib/domain/metering/metering-view'
import { writeGreenButton } from '@/lib/formats/green-button/write'
import { writeUsageCsv } from '@/lib/formats/usage-csv-writer'

export interface UsageWanted {
  meterId: string
  /** Both included; days without data are left out. */
  first: LocalDate
  last: LocalDate
  format: 'csv' | 'green-button'
}

export interface UsageFile {
  name: string
  pieces: AsyncGenerator<string>
}

type Viewer = Parameters<typeof getMeter>[0]

/** Refused as unknown also if the viewer may not see the meter. */
export async function exportUsage(
  viewer: Viewer,
  { meterId, first, last, format }: UsageWanted,
  { now, timeZone }: { now: number; timeZone: string },
): Promise<Decision<UsageFile>> {
  const [meter, known] = await Promise.all([getMeter(viewer, meterId), meteredDaysOf(viewer, meterId)])
  if (!meter || !known) return refuse('MeterUnknown', { meterId })
  const from = first < known.first ? known.first : first
  const to = addDays(last > known.last ? known.last : last, 1)
  const name = meter.number ?? meter.label ?? meter.id
  const days = daysByMonth(viewer, meter.id, { from, to })
  const pieces =
    format === 'csv'
      ? writeUsageCsv({ days, timeZone, unit: 'kwh', meter: name })
      : writeGreenButton({ days, timeZone, meter: name, at: now })
  const ending = format === 'csv' ? 'csv' : 'xml'
  return ok({ name: `usage-${fileNamePart(name)}-${from}-${addDays(to, -1)}.${ending}`, pieces })
}

async function* daysByMonth(viewer: Viewer, meterId: string, { from, to }: DateSpan): AsyncGenerator<MeterDay> {
  for (let start = from; start < to; ) {
    const monthEnd = spanOf('month', start).to
    const end = monthEnd < to ? monthEnd : to
    yield* await daysOf(viewer, meterId, { from: start, to: end })
    start = end
  }
}

const LONGEST_PART = 40

/** What every file system takes, and no header is broken by. */
function fileNamePart(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, LONGEST_PART) || 'meter'
}
