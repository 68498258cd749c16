/** Takes interval data away for good. */
import type { DaySpan } from '@/lib/domain/metering/erasure'
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
 * The number, the name and the salt that make the meter's id a commitment to its number: without the salt nobody can find the
 * number from the id. @returns whether there was one.
 */
export async function deleteMeterLabel(tx: Tx, meterId: string): Promise<boolean> {
  const { count } = await tx.meterLabel.deleteMany({ where: { meterId } })
  // The demo notes the salt of its meters a second time, to find them again after an interrupted seed.
  await tx.$executeRaw`UPDATE seed_state SET value = value - 'salt' WHERE value->>'meterId' = ${meterId}`
  return count > 0
}

/** Demo: what a meter measured while its days were guessed is noted apart. */
export async function deleteMeasuredNotes(tx: Tx, meterId: string): Promise<void> {
  await tx.seedState.deleteMany({ where: { key: `measured ${meterId}` } })
}
