/** What registers showed as files say, each with the reading of the same register before it. Unsigned: nothing is billed by them. */
import type { DialReading } from '@/lib/domain/metering/reading-differences'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Bounds } from '@/lib/domain/metering/calendar'
import { wh } from '@/lib/domain/units/units'
import { asViewer, type Viewer } from '../client'

export interface StoredReading extends DialReading {
  channel: string
  direction: 'import' | 'export'
  /** The place of its tariff register; null for the total. */
  register: number | null
  quality: ReadQuality
  previous: DialReading | null
}

interface ReadingRow {
  channel: string
  time: bigint
  direction: string
  register: number | null
  value: string
  quality: string
  previous_time: bigint | null
  previous_value: string | null
}

/** Newest first, both ends of the span included. */
export async function registerReadingsOf(
  viewer: Viewer,
  meterId: string,
  { start, end, most }: Bounds & { most: number },
): Promise<StoredReading[]> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<ReadingRow[]>`
      SELECT r.channel, r.time, r.direction, r.register, r.value_wh::text AS value, r.quality,
        p.time AS previous_time, p.value_wh::text AS previous_value
      FROM register_reading r
      LEFT JOIN LATERAL (SELECT b.time, b.value_wh FROM register_reading b
        WHERE b.meter_id = r.meter_id AND b.channel = r.channel AND b.time < r.time
          AND b.direction = r.direction AND b.register IS NOT DISTINCT FROM r.register
        ORDER BY b.time DESC LIMIT 1) AS p ON TRUE
      WHERE r.meter_id = ${meterId.toLowerCase()} AND r.time >= ${BigInt(start)} AND r.time <= ${BigInt(end)}
      ORDER BY r.time DESC, r.channel LIMIT ${most}`,
  )
  return rows.map(({ time, value, previous_time: before, previous_value: previous, ...row }) => ({
    channel: row.channel,
    direction: row.direction === 'export' ? 'export' : 'import',
    register: row.register,
    quality: row.quality as ReadQuality,
    time: Number(time),
    valueWh: wh(BigInt(value)),
    previous: before === null || previous === null ? null : { time: Number(before), valueWh: wh(BigInt(previous)) },
  }))
}
