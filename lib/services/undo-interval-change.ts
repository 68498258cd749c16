/** Takes back what was estimated or edited, as long as nothing came after it: the days are again what they were. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/db/client'
import { changeWithBefore, daysNow } from '@/lib/db/read/interval-changes'
import { saveIntervalChange } from '@/lib/db/write/interval-changes'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { missingDay } from '@/lib/domain/metering/gaps'
import { env } from '@/lib/env'
import { ownMeter } from './own-meter'

const SALT_BYTES = 32
const HOUR_MINUTES = 60

/** @returns the id of the undoing, which may itself be undone. */
export async function undoIntervalChange(viewer: Viewer, changeId: string): Promise<Decision<string>> {
  const found = await changeWithBefore(viewer, changeId)
  if (!found) return refuse('ChangeUnknown')
  const { change, replaced } = found
  const meter = await ownMeter(viewer, change.meterId)
  if (!meter.ok) return meter
  const { meterId } = change
  const now = await daysNow(
    viewer,
    meterId,
    change.days.map(({ day }) => day),
  )
  if (change.isUndone || change.days.some(({ day, version }) => now.get(day)?.version !== version))
    return refuse('DaysChangedMeanwhile')
  const before = new Map(replaced.map((day) => [day.day, day]))
  const days = change.days.map(({ day, version }) => ({
    // A day that had no row becomes one on which everything is missing: what was written stays on record.
    day: before.get(day) ?? missingDay(day, now.get(day)?.minutes ?? HOUR_MINUTES, env.marketTimeZone),
    before: version,
    salt: randomBytes(SALT_BYTES),
  }))
  const id = randomUUID()
  const undo = { id, meterId, operator: viewer.address.toLowerCase(), kind: 'undo' as const, undoes: change.id }
  const saved = await saveIntervalChange({ ...undo, reason: change.reason, method: {} }, days)
  return saved ? ok(id) : refuse('DaysChangedMeanwhile')
}
