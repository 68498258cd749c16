/** What settlement runs and the simulated meters of the demo start from. For the worker. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Dial } from '@/lib/domain/metering/meter'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, type Watt } from '@/lib/domain/units/units'
import { asWorker, type Tx } from '../client'
import { wholeOf } from '../stored/amounts'
import { readFromJson, readFromRow } from '../stored/read'

export interface MeterFacts extends Dial {
  id: Hex
  signer: Hex
  capacity: Watt
  lastRead: Read
  /** Whether the meter has no key: nobody can sign its reads. */
  revoked: boolean
  /** The agreement that supplies the meter or will; null if none. */
  supply: { agreementId: Hex; offerId: Hex; start: number; settledUntil: number } | null
  /** The purchase that the meter delivers to or uses; null if none. Then its reads are the purchase's. */
  purchase: { id: Hex; settledUntil: number } | null
}

/** Null if there is no such meter. */
export async function meterFacts(meterId: string): Promise<MeterFacts | null> {
  const [meter] = await metersFacts([meterId.toLowerCase()])
  return meter ?? null
}

export async function metersFacts(meterIds: readonly string[]): Promise<MeterFacts[]> {
  return asWorker(async (tx) => {
    const meters = await tx.meter.findMany({ where: { id: { in: [...meterIds] } } })
    // The earliest is the one that supplies; a later one follows it.
    const supplies = await tx.agreement.findMany({
      where: { meterId: { in: [...meterIds] }, endedAt: null },
      orderBy: { start: 'asc' },
    })
    const purchases = await purchasesOf(tx, meterIds)
    return meters.map((row) => {
      const supply = supplies.find(({ meterId }) => meterId === row.id)
      const purchase = purchases.find(({ deliveryMeterId, useMeterId }) =>
        [deliveryMeterId, useMeterId].includes(row.id),
      )
      return {
        id: row.id as Hex,
        signer: row.signer as Hex,
        digits: row.digits,
        multiplier: row.multiplier,
        capacity: watt(wholeOf(row.capacityW)),
        lastRead: readFromJson(row.lastRead),
        revoked: row.revokedAt !== null,
        supply: supply
          ? {
              agreementId: supply.id as Hex,
              offerId: supply.offerId as Hex,
              start: Number(supply.start),
              settledUntil: Number(supply.settledUntil),
            }
          : null,
        purchase: purchase ? { id: purchase.id as Hex, settledUntil: Number(purchase.settledUntil) } : null,
      }
    })
  })
}

function purchasesOf(tx: Tx, meterIds: readonly string[]) {
  const ids = { in: [...meterIds] }
  return tx.purchase.findMany({
    where: { endedAt: null, OR: [{ deliveryMeterId: ids }, { useMeterId: ids }] },
    select: { id: true, deliveryMeterId: true, useMeterId: true, settledUntil: true },
  })
}

export interface RecordedRead extends Read {
  txHash: string
}

/** The read that was recorded for an instant; null if none was. */
export async function recordedRead(meterId: string, time: number): Promise<RecordedRead | null> {
  const where = { meterId_time: { meterId, time: BigInt(time) } }
  const row = await asWorker((tx) => tx.meterRead.findUnique({ where }))
  return row && { ...readFromRow(row), txHash: row.txHash }
}

/** The newest read that was recorded for an instant before another; null if there is none. */
export async function readBefore(meterId: string, time: number): Promise<Read | null> {
  const where = { meterId, time: { lt: BigInt(time) } }
  const row = await asWorker((tx) => tx.meterRead.findFirst({ where, orderBy: { time: 'desc' } }))
  return row && readFromRow(row)
}

/** Meters whose supply has begun and whose dials were not read at its start: no bill can be made before that. */
export async function metersToOpen(now: number): Promise<{ meterId: Hex; start: number }[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ meter_id: string; start: bigint }[]>`
      SELECT a.meter_id, a.start FROM agreement a JOIN meter m ON m.id = a.meter_id
      WHERE a.ended_at IS NULL AND a.settled_until = a.start AND a.start <= ${BigInt(now)} AND m.last_read_time < a.start`,
  )
  return rows.map(({ meter_id, start }) => ({ meterId: meter_id as Hex, start: Number(start) }))
}

export interface StoredDay {
  day: LocalDate
  /** Packed: see lib/domain/metering/intervals.ts. */
  data: Uint8Array
  exportData: Uint8Array
  minutes: number
  /** Of the worst interval. */
  quality: IntervalQuality
  /** One byte for each interval: see meter-day.ts. */
  qualities: Uint8Array | null
  salt: Uint8Array
}

/** Local days [from, to) of a meter, in order; days without data are left out. */
export async function storedDays(
  meterId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<StoredDay[]> {
  const where = { meterId, day: { gte: new Date(from), lt: new Date(to) } }
  const rows = await asWorker((tx) => tx.intervalDay.findMany({ where, orderBy: { day: 'asc' } }))
  return rows.map((row) => ({
    ...row,
    day: row.day.toISOString().slice(0, 10),
    quality: row.quality as IntervalQuality,
  }))
}

/** Agreement and period, as settlement keeps them apart. */
export const settlementKey = (agreementId: string, start: number): string => `${agreementId} ${start}`

/** Periods that a settlement not yet followed is about to settle, and those that were tried and skipped. */
export async function settlementsTried(): Promise<{ underWay: ReadonlySet<string>; skipped: ReadonlySet<string> }> {
  return asWorker(async (tx) => {
    const underWay = await tx.$queryRaw<{ key: string }[]>`
      SELECT jsonb_array_elements_text(payload->'settles') AS key FROM relay_request
      WHERE kind = 'settle' AND status IN ('queued', 'sent', 'mined')`
    const skipped = await tx.$queryRaw<{ agreement_id: string; start: bigint }[]>`
      SELECT DISTINCT s.agreement_id, s.start FROM settlement_skip s
      JOIN agreement a ON a.id = s.agreement_id AND a.settled_until = s.start`
    return {
      underWay: new Set(underWay.map(({ key }) => key)),
      skipped: new Set(skipped.map(({ agreement_id, start }) => settlementKey(agreement_id, Number(start)))),
    }
  })
}

/** Reads that a recording not yet followed is about to record. */
export async function readsUnderWay(): Promise<ReadonlySet<string>> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ meter_id: string }[]>`
      SELECT payload->>'meterId' AS meter_id FROM relay_request
      WHERE kind = 'read' AND status IN ('queued', 'sent', 'mined') AND payload ? 'to'`,
  )
  return new Set(rows.map(({ meter_id }) => meter_id))
}
