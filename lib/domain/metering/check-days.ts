/** Checks of a meter's days before they are kept: their number of intervals, what the connection can carry, suspicious zeros. */
import type { Watt, Wh } from '../units/units'
import { possibleAdvance } from './advance'
import { addDays } from './calendar'
import { fault, instantText, remark, type Finding } from './finding'
import { gapsIn } from './gaps'
import { intervalsIn, type MeterDay } from './meter-day'
import { slotsOf, type Slot } from './slots'

export interface Connection {
  capacity: Watt
  timeZone: string
}

/** A meter in use that shows nothing for so long is looked at: it may be dead, or nobody may live there. */
export const SUSPICIOUS_ZERO_DAYS = 7

/** Everything below, for the days of one meter in order, each date once. */
export function checkDays(days: readonly MeterDay[], connection: Connection): Finding[] {
  const counts = days.flatMap((day) => wrongCount(day, connection.timeZone))
  // The other checks place each interval in time, which a wrong number of them does not allow.
  if (counts.length > 0) return counts
  return [
    ...days.flatMap((day) => spikes(day, connection)),
    ...missing(days, connection.timeZone),
    ...zeroRuns(days, SUSPICIOUS_ZERO_DAYS),
  ]
}

/** A local day has 23, 24 or 25 hours, and intervals to match. */
export function wrongCount({ day, minutes, importWh, exportWh, qualities }: MeterDay, timeZone: string): Finding[] {
  const expected = intervalsIn(day, minutes, timeZone)
  const given = [importWh, exportWh, qualities].map(({ length }) => length).find((length) => length !== expected)
  return given === undefined ? [] : [fault('IntervalCountWrong', { day, minutes, expected, given })]
}

/**
 * The most a connection carries in an interval, rounded up: where finer energy was made whole by carrying the rest on, an
 * interval at full load may hold the watt-hour begun in the one before.
 */
export function mostIn({ start, end }: Pick<Slot, 'start' | 'end'>, capacity: Watt): Wh {
  return possibleAdvance(capacity, end - start, 1)
}

/** Intervals in which more energy flowed than the connection can carry. */
export function spikes(day: MeterDay, { capacity, timeZone }: Connection): Finding[] {
  return slotsOf(day, timeZone).flatMap((slot, index) => {
    const possible = mostIn(slot, capacity)
    const flows = { import: day.importWh[index] ?? 0n, export: day.exportWh[index] ?? 0n }
    return Object.entries(flows)
      .filter(([, energy]) => energy > possible)
      .map(([direction, energy]) => {
        const facts = { at: instantText(slot.start), direction, energy: String(energy), possible: String(possible) }
        return fault('IntervalAboveCapacity', facts)
      })
  })
}

function missing(days: readonly MeterDay[], timeZone: string): Finding[] {
  return gapsIn(days, timeZone).map(({ from, to, intervals }) =>
    remark('IntervalsMissing', { from: instantText(from), to: instantText(to), intervals }),
  )
}

/** Days in a row, `least` or more, on which everything was measured and nothing flowed either way. */
export function zeroRuns(days: readonly MeterDay[], least: number): Finding[] {
  const runs: { from: string; to: string; days: number }[] = []
  for (const day of days.filter(isAllZero)) {
    const open = runs.at(-1)
    if (open && addDays(open.to, 1) === day.day) Object.assign(open, { to: day.day, days: open.days + 1 })
    else runs.push({ from: day.day, to: day.day, days: 1 })
  }
  return runs.filter((run) => run.days >= least).map((run) => remark('ZeroForDays', run))
}

function isAllZero({ importWh, exportWh, qualities }: MeterDay): boolean {
  return [...importWh, ...exportWh].every((energy) => energy === 0n) && qualities.every((each) => each === 'Measured')
}
