/** Meters that took another's place: which meter was there at an instant, and what a bill of that time began with. */
import type { Read } from '@/lib/domain/metering/read'
import { asViewer, asWorker, type Tx, type Viewer } from '../client'
import { exchangeFromRow, type KeyedMeter, type MeterExchange } from '../stored/exchange'
import { readFromRow } from '../stored/read'

/** Of a meter the viewer may see, the newest first. */
export async function exchangesOf(viewer: Viewer, meterId: string): Promise<MeterExchange[]> {
  const found = await asViewer(viewer, (tx) => exchangesIn(tx, { meterId: meterId.toLowerCase() }))
  return found.reverse()
}

/** Exchanges whose former meter was billed up to an instant, in order: they lie in the bill that begins there. */
export async function exchangesFrom(tx: Tx, meterId: string, start: number): Promise<MeterExchange[]> {
  return exchangesIn(tx, { meterId, until: BigInt(start) })
}

/** The meter that was there before an exchange at or after an instant; null if the present one was. */
export async function formerMeterIn(tx: Tx, meterId: string, time: number): Promise<KeyedMeter | null> {
  const [exchange] = await exchangesIn(tx, { meterId, until: { gte: BigInt(time) } })
  return exchange?.former ?? null
}

export async function formerMeterAt(meterId: string, time: number): Promise<KeyedMeter | null> {
  return asWorker((tx) => formerMeterIn(tx, meterId, time))
}

/** What was recorded for an instant that a bill begins with: if the meter was exchanged in that bill, what was carried into it. */
export async function openingReadIn(tx: Tx, meterId: string, time: number): Promise<Read | null> {
  const carried = (await exchangesFrom(tx, meterId, time)).at(-1)?.carried
  return carried ?? recordedReadIn(tx, meterId, time)
}

export async function recordedReadIn(tx: Tx, meterId: string, time: number): Promise<Read | null> {
  const row = await tx.meterRead.findUnique({ where: { meterId_time: { meterId, time: BigInt(time) } } })
  return row && readFromRow(row)
}

/** Of some meters, in order of time. */
export function exchangesAmong(tx: Tx, meterIds: readonly string[]): Promise<MeterExchange[]> {
  return exchangesIn(tx, { meterId: { in: [...meterIds] } })
}

async function exchangesIn(
  tx: Tx,
  where: { meterId: string | { in: string[] }; until?: bigint | { gte: bigint } },
): Promise<MeterExchange[]> {
  const orderBy = [{ until: 'asc' }, { blockNumber: 'asc' }, { logIndex: 'asc' }] as const
  const rows = await tx.meterExchange.findMany({ where, orderBy: [...orderBy] })
  return rows.map(exchangeFromRow)
}
