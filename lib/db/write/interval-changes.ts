/** Days that a person changes: the days, who, why and how, in one transaction. The rows before stay as versions. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { asWorker, type Json } from '../client'
import { storableText } from '../stored/json'
import { saveIntervalDays } from './interval-days'

export const CHANGE_KINDS = ['estimate', 'edit', 'undo'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface IntervalChange {
  id: string
  meterId: string
  /** Who ordered it. */
  operator: string
  kind: ChangeKind
  reason: string
  /** The change that this one takes back; null if it is no undoing. */
  undoes: string | null
  /** How: methods, what they rest on, what they were scaled to. */
  method: Json
}

export interface ChangedDay {
  day: MeterDay
  /** That the change was decided on; null if there was no row. */
  before: number | null
  salt: Uint8Array
}

export interface DayVersion {
  day: LocalDate
  version: number
}

class DecidedOnOtherDays extends Error {}

/** False, and nothing written, if one of the days is not what the change was decided on any more. */
export async function saveIntervalChange(change: IntervalChange, days: readonly ChangedDay[]): Promise<boolean> {
  const { id, meterId } = change
  const made = days.map(({ day, before }) => ({ day: day.day, version: (before ?? 0) + 1 }))
  try {
    await asWorker(async (tx) => {
      // An erasure locks the meter: one at the same time would leave what this change replaces behind, as a version.
      await tx.$queryRaw`SELECT FROM meter WHERE id = ${meterId} FOR KEY SHARE`
      const { method, operator, kind, undoes } = change
      const reason = storableText(change.reason)
      const detail = { days: made.map(({ day, version }) => ({ day, version })), method }
      await tx.intervalChange.create({ data: { id, meterId, operator, kind, reason, undoes, detail } })
      await tx.$executeRaw`SELECT set_config('app.import', ${id}, true)`
      const rows = days.map(({ day, salt }) => {
        const { qualities, ...rest } = day
        return { meterId, ...rest, quality: qualities, salt }
      })
      // A day that was the same already is one that somebody else changed in the same way.
      if ((await saveIntervalDays(tx, rows)) !== days.length) throw new DecidedOnOtherDays()
      const written = await tx.intervalDay.findMany({
        where: { meterId, day: { in: made.map(({ day }) => new Date(day)) } },
        select: { day: true, version: true },
      })
      const versions = new Map(written.map(({ day, version }) => [day.toISOString().slice(0, 10), version]))
      if (made.some(({ day, version }) => versions.get(day) !== version)) throw new DecidedOnOtherDays()
    })
    return true
  } catch (error) {
    if (error instanceof DecidedOnOtherDays || isTaken(error)) return false
    throw error
  }
}

/** Somebody else undid the same change first. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
