/** Takes interval data away for good. */
import type { DaySpan } from '@/lib/domain/metering/gaps'
import type { Bounds } from '@/lib/domain/metering/calendar'
import type { Tx } from '../client'

/** Intervals, salts, and every version of them. @returns how many days were there. */
export async function deleteDays(tx: Tx, meterId: string, { from, to }: DaySpan): Promise<number> {
  const where = { meterId, day: { gte: new Date(from), lt: new Date(to) } }
  await tx.intervalDayVersion.deleteMany({ where })
  return (await tx.intervalDay.deleteMany({ where })).count
}

/** What files said of registers: bills are made from signed reads, which stay. */
export async function deleteRegisterReadings(tx: Tx, meterId: string, { start, end }: Bounds): Promise<void> {
  const time = { gte: BigInt(start), lt: BigInt(end) }
  await tx.registerReading.deleteMany({ where: { meterId, time } })
}

export interface DoneErasure extends DaySpan {
  meterId: string
  days: number
  askedBy: 'holder' | 'operator'
  unlinked: boolean
  at: number
}

export async function insertErasure(tx: Tx, { meterId, from, to, at, ...done }: DoneErasure): Promise<void> {
  const span = { fromDay: new Date(from), toDay: new Date(to) }
  await tx.erasure.create({ data: { id: crypto.randomUUID(), meterId, ...span, ...done, at: BigInt(at) } })
}

/**
 * The number, the name, what is written on the devices, and the salt that make the meter's id a commitment to its number: without the salt nobody can find the
 * number from the id. @returns whether there was one.
 */
export async function deleteMeterLabel(tx: Tx, meterId: string): Promise<boolean> {
  await forgetInReports(tx, meterId)
  await tx.meterDevice.deleteMany({ where: { meterId } })
  const { count } = await tx.meterLabel.deleteMany({ where: { meterId } })
  // The demo notes the salt of its meters a second time, to find them again after an interrupted seed.
  await tx.$executeRaw`UPDATE seed_state SET value = value - 'salt' WHERE value->>'meterId' = ${meterId}`
  return count > 0
}

/** What is shorter stands in many a file's name by chance. */
const SHORTEST_NUMBER = 5

/** Reports of imports name meters by their number, and people name files after it. What became of the files stays. */
async function forgetInReports(tx: Tx, meterId: string): Promise<void> {
  await tx.meterImportTotal.deleteMany({ where: { meterId } })
  await tx.$executeRaw`
    DELETE FROM meter_import_line i USING meter m, meter_label l
    WHERE m.id = ${meterId} AND l.meter_id = m.id AND i.operator = m.operator
      AND l.number IN (i.facts->>'meter', i.facts->>'second')`
  await tx.$executeRaw`
    UPDATE meter_import i SET name = '…' FROM meter m, meter_label l
    WHERE m.id = ${meterId} AND l.meter_id = m.id AND i.operator = m.operator
      AND length(l.number) >= ${SHORTEST_NUMBER} AND strpos(i.name, l.number) > 0`
}

/** What a file said in all of the meter, if any of it is of these days: a sum over days that are gone would tell of them. */
export async function forgetImportTotals(tx: Tx, meterId: string, { from, to }: DaySpan): Promise<void> {
  const days = { fromDay: { lt: new Date(to) }, toDay: { gte: new Date(from) } }
  await tx.meterImportTotal.deleteMany({ where: { meterId, ...days } })
}

/** Demo: what a meter measured while its days were guessed is noted apart. */
export async function deleteMeasuredNotes(tx: Tx, meterId: string): Promise<void> {
  await tx.seedState.deleteMany({ where: { key: `measured ${meterId}` } })
}

/** What people wrote and computed when they edited or estimated one of the days. That they did, and when, stays. */
export async function forgetChanges(tx: Tx, meterId: string, { from, to }: DaySpan): Promise<void> {
  await tx.$executeRaw`
    UPDATE interval_change SET reason = '', detail = jsonb_set(detail, '{method}', 'null')
    WHERE meter_id = ${meterId} AND EXISTS (
      SELECT FROM jsonb_array_elements(detail->'days') AS changed
      WHERE (changed->>'day')::date >= ${from}::date AND (changed->>'day')::date < ${to}::date)`
}
