/** What an import must know before it may change anything, and the readings it keeps. For the import only. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Bulk } from '../bulk'
import type { DayKey } from './commit-days'

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

/**
 * Until the end of the transaction nothing of these meters is erased: what was erased before is known from here on, and what is
 * kept now is there when the erasure looks. Nobody else waits.
 */
export async function keepFromErasure(bulk: Bulk, meterIds: readonly string[]): Promise<void> {
  await bulk.execute('SELECT FROM meter WHERE id = ANY ($1::text[]) ORDER BY id FOR KEY SHARE', [[...meterIds]])
}

export interface BilledDays {
  meterId: string
  /** Start of the settled period, UTC seconds. */
  start: string
  from: LocalDate
  to: LocalDate
  days: number
}

/** Those of these days that belong to months which were settled already: one entry for each meter and month. */
export function billedDays(bulk: Bulk, days: readonly DayKey[], timeZone: string): Promise<BilledDays[]> {
  return bulk.query<BilledDays>(
    `SELECT asked.meter_id AS "meterId", settled."start"::text,
       min(asked.day)::text AS "from", max(asked.day)::text AS "to", count(*)::int AS days
     FROM unnest($1::text[], $2::date[]) AS asked (meter_id, day)
     JOIN (
       SELECT meter_id, "start", "end" FROM bill WHERE meter_id = ANY ($3)
       UNION SELECT p.delivery_meter_id, d."start", d."end" FROM purchase_delivery d JOIN purchase p ON p.id = d.purchase_id
         WHERE p.delivery_meter_id = ANY ($3)
       UNION SELECT p.use_meter_id, b."start", b."end" FROM purchase_bill b JOIN purchase p ON p.id = b.purchase_id
         WHERE p.use_meter_id = ANY ($3)
     ) AS settled ON settled.meter_id = asked.meter_id
       AND extract(epoch FROM asked.day::timestamp AT TIME ZONE $4) >= settled."start"
       AND extract(epoch FROM asked.day::timestamp AT TIME ZONE $4) < settled."end"
     GROUP BY asked.meter_id, settled."start" ORDER BY asked.meter_id, settled."start"`,
    [
      days.map(({ meterId }) => meterId),
      days.map(({ day }) => day),
      [...new Set(days.map(({ meterId }) => meterId))],
      timeZone,
    ],
  )
}

export interface ReadingsImport {
  importId: string
  /** Of the market: days were erased from its midnights. */
  timeZone: string
}

/**
 * The last of the file for each instant. One that is there already and the same stays untouched; one within days that were
 * erased on request is left out. @returns how many changed.
 */
export function commitReadings(bulk: Bulk, { importId, timeZone }: ReadingsImport): Promise<number> {
  return bulk.execute(
    `INSERT INTO register_reading (meter_id, channel, time, direction, register, value_wh, quality, import_id)
     SELECT DISTINCT ON (m.meter_id, r.channel, r.time)
       m.meter_id, r.channel, r.time, r.direction, r.register, r.value_wh::numeric, r.quality, $1::uuid
     FROM staged_reading r JOIN staged_meter m USING (meter)
     WHERE NOT EXISTS (SELECT FROM erasure e WHERE e.meter_id = m.meter_id
       AND r.time >= extract(epoch FROM e.from_day::timestamp AT TIME ZONE $2)
       AND r.time < extract(epoch FROM e.to_day::timestamp AT TIME ZONE $2))
     ORDER BY m.meter_id, r.channel, r.time, r.seq DESC
     ON CONFLICT (meter_id, channel, time) DO UPDATE SET
       direction = EXCLUDED.direction, register = EXCLUDED.register, value_wh = EXCLUDED.value_wh,
       quality = EXCLUDED.quality, import_id = EXCLUDED.import_id
     WHERE (register_reading.direction, register_reading.register, register_reading.value_wh, register_reading.quality)
       IS DISTINCT FROM (EXCLUDED.direction, EXCLUDED.register, EXCLUDED.value_wh, EXCLUDED.quality)`,
    [importId, timeZone],
  )
}
