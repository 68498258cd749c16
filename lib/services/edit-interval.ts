/** Puts values in the place of a day's intervals by hand: by the meter's operator only, with a reason, kept with what was before. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/db/client'
import { versionedDays } from '@/lib/db/read/interval-changes'
import { saveIntervalChange } from '@/lib/db/write/interval-changes'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import { editIntervals, type IntervalEdit } from '@/lib/domain/metering/edit-intervals'
import { missingDay } from '@/lib/domain/metering/gaps'
import { env } from '@/lib/env'
import { ownMeter } from './own-meter'

const SALT_BYTES = 32

export interface DayEdit {
  meterId: string
  day: LocalDate
  /** Length of the intervals, for a day that has none yet. */
  minutes: number
  edits: readonly IntervalEdit[]
  reason: string
  /** Of the day that the person saw; null if it had no data. */
  version: number | null
}

/** @returns the id of the change, to undo it. */
export async function editInterval(viewer: Viewer, edit: DayEdit): Promise<Decision<string>> {
  const meter = await ownMeter(viewer, edit.meterId)
  if (!meter.ok) return meter
  const { id: meterId, capacity } = meter.value
  const timeZone = env.marketTimeZone
  const [stored] = await versionedDays(viewer, meterId, { from: edit.day, to: addDays(edit.day, 1) })
  if ((stored?.version ?? null) !== edit.version) return refuse('DaysChangedMeanwhile')
  const day = stored ?? missingDay(edit.day, edit.minutes, timeZone)
  const edited = editIntervals(day, edit, { capacity, timeZone })
  if (!edited.ok) return edited
  const id = randomUUID()
  const change = { id, meterId, operator: viewer.address.toLowerCase(), kind: 'edit' as const, undoes: null }
  const method = { starts: edit.edits.map(({ start }) => start) }
  const days = [{ day: edited.value, before: edit.version, salt: randomBytes(SALT_BYTES) }]
  const saved = await saveIntervalChange({ ...change, reason: edit.reason.trim(), method }, days)
  return saved ? ok(id) : refuse('DaysChangedMeanwhile')
}
