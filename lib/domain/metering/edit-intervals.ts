/** A person puts values in the place of a day's intervals, and says why. */
import { ok, refuse, type Decision } from '../decision'
import { wh, type Wh } from '../units/units'
import { mostIn, type Connection } from './check-days'
import type { MeterDay } from './meter-day'
import { slotsOf } from './slots'

export interface IntervalEdit {
  /** When the interval starts, UTC seconds. */
  start: number
  importWh: Wh
  exportWh: Wh
}

/** A reason that somebody else can understand is not shorter; nor is it a book. */
export const REASON_LENGTH = { least: 5, most: 500 }

/**
 * The day with the given values, marked Substituted. All edits or none. Whoever edits stands for the value, so one that the
 * connection cannot carry is refused.
 */
export function editIntervals(
  day: MeterDay,
  { edits, reason }: { edits: readonly IntervalEdit[]; reason: string },
  { capacity, timeZone }: Connection,
): Decision<MeterDay> {
  const length = reason.trim().length
  const { least, most } = REASON_LENGTH
  if (length < least || length > most) return refuse('EditReasonUnclear', { least: BigInt(least), most: BigInt(most) })
  const slots = slotsOf(day, timeZone)
  const edited = { importWh: [...day.importWh], exportWh: [...day.exportWh], qualities: [...day.qualities] }
  for (const { start, importWh, exportWh } of edits) {
    const at = slots.findIndex((slot) => slot.start === start)
    const slot = slots[at]
    if (!slot) return refuse('EditUnknownInterval', { start: BigInt(start) })
    const possible = mostIn(slot, capacity)
    const highest = importWh > exportWh ? importWh : exportWh
    if (highest > possible) return refuse('IntervalAboveCapacity', { start: BigInt(start), value: highest, possible })
    Object.assign(edited.importWh, { [at]: wh(importWh) })
    Object.assign(edited.exportWh, { [at]: wh(exportWh) })
    edited.qualities[at] = 'Substituted'
  }
  const isSame = day.qualities.every(
    (quality, at) =>
      quality === edited.qualities[at] &&
      day.importWh[at] === edited.importWh[at] &&
      day.exportWh[at] === edited.exportWh[at],
  )
  return isSame ? refuse('EditChangesNothing') : ok({ ...day, ...edited })
}

/** The first interval of estimated days that the connection could not have carried: then a read or the capacity is wrong. */
export function firstAboveCapacity(
  days: readonly MeterDay[],
  { capacity, timeZone }: Connection,
): { start: number; energy: Wh; possible: Wh } | null {
  for (const day of days) {
    for (const [at, slot] of slotsOf(day, timeZone).entries()) {
      if (day.qualities[at] !== 'Estimated') continue
      const possible = mostIn(slot, capacity)
      const energy = [day.importWh[at], day.exportWh[at]].find((value) => value !== undefined && value > possible)
      if (energy !== undefined) return { start: slot.start, energy, possible }
    }
  }
  return null
}
