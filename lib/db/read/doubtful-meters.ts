/** An operator's meters whose data are not all measured, a page at a time. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import { asViewer, type Viewer } from '../client'
import type { DaySpan } from './meter-energy'

export interface DoubtfulMeter {
  meterId: Hex
  label: string | null
  number: string | null
  /** Days of each kind; a day is as good as its worst interval. */
  estimated: number
  substituted: number
  /** Some of their intervals are missing. */
  incomplete: number
  /** Nothing is known of them. */
  absent: number
  /** The last day with data; null if there is none. */
  lastDay: LocalDate | null
}

export interface DoubtfulPage {
  meters: DoubtfulMeter[]
  /** To ask for what follows; null at the end. */
  next: string | null
}

interface Row {
  meter_id: string
  label: string | null
  number: string | null
  estimated: number
  substituted: number
  incomplete: number
  absent: number
  last_day: string | null
}

/** In order of their ids. @param after `next` of the page before. */
export async function doubtfulMeters(
  viewer: Viewer,
  { from, to }: DaySpan,
  { after = '', limit = 50 }: { after?: string; limit?: number } = {},
): Promise<DoubtfulPage> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT d.meter_id, l.label, l.number, d.estimated, d.substituted, d.incomplete, d.absent, d.last_day::text
      FROM doubtful_meters(${from}::date, ${to}::date, ${after}, ${limit}::int) d
      LEFT JOIN meter_label l ON l.meter_id = d.meter_id ORDER BY d.meter_id`,
  )
  const meters = rows.map(({ meter_id, last_day, ...row }) => ({ ...row, meterId: meter_id as Hex, lastDay: last_day }))
  return { meters, next: rows.length === limit ? (rows.at(-1)?.meter_id ?? null) : null }
}
