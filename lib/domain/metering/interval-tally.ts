/** What the intervals between two instants add up to, per tariff register, and how well they are known. */
import type { RegisterValues } from './register-values'
import { REGISTERS, registerIndex, type RegisterCalendar } from './registers'
import { WHOLE_DAY_MINUTES, type MeterDay } from './meter-day'
import { slotsOf } from './slots'
import { wh, type Wh } from '../units/units'
import { registerValues } from './register-values'

export interface Span {
  /** UTC seconds, [from, to). */
  from: number
  to: number
}

export interface Tally {
  /** Null if a day is one interval: it lies in many registers. */
  registers: RegisterValues<Wh> | null
  importWh: Wh
  exportWh: Wh
  /** By register: how many intervals are known, estimated, missing. All of them are in `all`. */
  counts: RegisterValues<Counts>
  all: Counts
  /** The span begins or ends within an interval: an interval counts where it starts. */
  isCut: boolean
}

export interface Counts {
  known: number
  /** Estimated; a substitute is known. */
  estimated: number
  missing: number
}

const MINUTES_PER_HOUR = 60

const noCounts = (): Counts => ({ known: 0, estimated: 0, missing: 0 })

/** @param days Every day that the span touches; an instant without a day counts as missing: see completeDays. */
export function tallyOf(
  days: readonly MeterDay[],
  { from, to }: Span,
  { calendar, timeZone }: { calendar: RegisterCalendar; timeZone: string },
): Tally {
  const sums = REGISTERS.map(() => 0n)
  const counts = REGISTERS.map(noCounts)
  const all = noCounts()
  let [exportWh, isCut, isWhole] = [0n, false, false]
  for (const day of days) {
    for (const [index, { start, end, minute }] of slotsOf(day, timeZone).entries()) {
      if ([from, to].some((instant) => start < instant && instant < end)) isCut = true
      if (start < from || start >= to) continue
      const hour = Math.floor(minute / MINUTES_PER_HOUR)
      const register = registerIndex(calendar, { month: Number(day.day.slice(5, 7)), hour })
      if (day.minutes === WHOLE_DAY_MINUTES) isWhole = true
      sums[register] = (sums[register] ?? 0n) + (day.importWh[index] ?? 0n)
      exportWh += day.exportWh[index] ?? 0n
      for (const count of [all, counts[register] ?? all]) count[stateOf(day.qualities[index])] += 1
    }
  }
  return {
    registers: isWhole ? null : registerValues(sums.map(wh)),
    importWh: wh(sums.reduce((total, sum) => total + sum, 0n)),
    exportWh: wh(exportWh),
    counts: registerValues(counts),
    all,
    isCut,
  }
}

function stateOf(quality: MeterDay['qualities'][number] | undefined): keyof Counts {
  if (quality === undefined || quality === 'Missing') return 'missing'
  return quality === 'Estimated' ? 'estimated' : 'known'
}
