/** What meters exported in bills that are final: the energy that has credits. Worker only. */
import { wh, type Wh } from '@/lib/domain/units/units'
import type { Decimal, Tx } from '../client'
import { wholeOf } from '../stored/amounts'

export interface MeteredExports {
  region: number
  start: number
  exported: Wh
}

/**
 * Of each region and delivery period, from the reads at both ends of every bill. A bill whose reads are not measured has no part in it
 * until it is made again from the true ones. Dials may roll over; where a meter was exchanged, the bill begins with what was carried.
 */
export async function meteredExports(tx: Tx): Promise<MeteredExports[]> {
  const rows = await tx.$queryRaw<{ region: bigint; start: bigint; exported: Decimal }[]>`
    SELECT m.region, p.start, sum(mod(c.export_wh - o.export_wh + dial.span, dial.span) * dial.multiplier) AS exported
    FROM bill b
    JOIN meter m ON m.id = b.meter_id
    JOIN market_period p ON p.start <= b.start AND b.start < p."end"
    JOIN meter_read c ON c.meter_id = b.meter_id AND c.time = b."end"
    LEFT JOIN meter_read r ON r.meter_id = b.meter_id AND r.time = b.start
    LEFT JOIN LATERAL (SELECT (carried->>'exportWh')::numeric AS export_wh FROM meter_exchange e
      WHERE e.meter_id = b.meter_id AND e.until = b.start ORDER BY e.block_number DESC, e.log_index DESC LIMIT 1) x ON true
    CROSS JOIN LATERAL (SELECT coalesce(x.export_wh, r.export_wh) AS export_wh) o
    LEFT JOIN LATERAL (SELECT former FROM meter_exchange e
      WHERE e.meter_id = b.meter_id AND e.until >= b."end" ORDER BY e.until, e.block_number, e.log_index LIMIT 1) f ON true
    CROSS JOIN LATERAL (SELECT 10::numeric ^ coalesce((f.former->>'digits')::int, m.digits) AS span,
      coalesce((f.former->>'multiplier')::int, m.multiplier) AS multiplier) dial
    WHERE b.run = 0 AND (b.basis IS NULL OR EXISTS (SELECT FROM bill_revision v WHERE v.bill_id = b.id
      AND v.basis->'opening'->>'quality' = 'Measured' AND v.basis->'closing'->>'quality' = 'Measured'))
    GROUP BY m.region, p.start HAVING sum(mod(c.export_wh - o.export_wh + dial.span, dial.span)) > 0
    ORDER BY m.region, p.start`
  return rows.map(({ region, start, exported }) => ({
    region: Number(region),
    start: Number(start),
    exported: wh(wholeOf(exported)),
  }))
}
