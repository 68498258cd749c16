/** What an import must know before it may change anything, and the readings it keeps. For the import only. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Bulk } from '../bulk'

export interface NumberedMeter {
  meterId: string
  number: string
  capacityW: bigint
}

/** The meters of an operator that have one of these numbers. */
export async function metersNumbered(
  bulk: Bulk,
  operator: string,
  numbers: readonly string[],
): Promise<NumberedMeter[]> {
  const rows = await bulk.query<{ meter_id: string; number: string; capacity: string }>(
    `SELECT l.meter_id, l.number, m.capacity_w::text AS capacity
     FROM meter_label l JOIN meter m ON m.id = l.meter_id
     WHERE m.operator = $1 AND l.number = ANY ($2::text[])`,
    [operator.toLowerCase(), [...numbers]],
  )
  return rows.map(({ meter_id, number, capacity }) => ({ meterId: meter_id, number, capacityW: BigInt(capacity) }))
}

export interface BilledDays {
  meterId: string
  from: LocalDate
  to: LocalDate
  days: number
}

/** Days that are about to change, of months that were settled already: one entry for each meter and month. */
export function billedDays(bulk: Bulk, timeZone: string): Promise<BilledDays[]> {
  return bulk.query<BilledDays>(
    `SELECT s.meter_id AS "meterId", min(s.day)::text AS "from", max(s.day)::text AS "to", count(*)::int AS days
     FROM staged_day s
     JOIN (
       SELECT meter_id, "start", "end" FROM bill
       UNION SELECT p.delivery_meter_id, d."start", d."end" FROM purchase_delivery d JOIN purchase p ON p.id = d.purchase_id
       UNION SELECT p.use_meter_id, b."start", b."end" FROM purchase_bill b JOIN purchase p ON p.id = b.purchase_id
     ) AS settled ON settled.meter_id = s.meter_id
       AND extract(epoch FROM s.day::timestamp AT TIME ZONE $1) >= settled."start"
       AND extract(epoch FROM s.day::timestamp AT TIME ZONE $1) < settled."end"
     GROUP BY s.meter_id, settled."start" ORDER BY s.meter_id, settled."start"`,
    [timeZone],
  )
}

/** The last of the file for each instant. One that is there already and the same stays untouched. @returns how many changed. */
export function commitReadings(bulk: Bulk, importId: string): Promise<number> {
  return bulk.execute(
    `INSERT INTO register_reading (meter_id, channel, time, direction, register, value_wh, quality, import_id)
     SELECT DISTINCT ON (m.meter_id, r.channel, r.time)
       m.meter_id, r.channel, r.time, r.direction, r.register, r.value_wh::numeric, r.quality, $1::uuid
     FROM staged_reading r JOIN staged_meter m USING (meter)
     ORDER BY m.meter_id, r.channel, r.time, r.seq DESC
     ON CONFLICT (meter_id, channel, time) DO UPDATE SET
       direction = EXCLUDED.direction, register = EXCLUDED.register, value_wh = EXCLUDED.value_wh,
       quality = EXCLUDED.quality, import_id = EXCLUDED.import_id
     WHERE (register_reading.direction, register_reading.register, register_reading.value_wh, register_reading.quality)
       IS DISTINCT FROM (EXCLUDED.direction, EXCLUDED.register, EXCLUDED.value_wh, EXCLUDED.quality)`,
    [importId],
  )
}
