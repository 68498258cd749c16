/**
 * How an interval that was not measured is guessed. The methods, their order and the two hours are those of the Australian
 * market: AEMO, Metrology Procedure: Part B (Metering Data Validation, Substitution and Estimation), substitution types for
 * interval meters read from afar; the number of each is the method flag of a NEM12 file.
 */
import type { LocalDate } from './calendar'
import type { Cell } from './day-cells'
import { likeDays, monthYearBefore } from './like-days'
import type { MeterDay } from './meter-day'
import { slotsOf } from './slots'
import { wholeParts } from './whole-parts'
import type { Wh } from '../units/units'

export const ESTIMATE_METHODS = {
  /** A straight line between the intervals on either side; no longer than two hours. */
  Linear: 17,
  /** Mean of the like days before. */
  AverageLikeDay: 15,
  /** Mean of the like days after. */
  LaterLikeDay: 22,
  /** Mean of the same month a year before. */
  YearBefore: 23,
} as const
export type EstimateMethod = keyof typeof ESTIMATE_METHODS

/** All that is known of the meter around what is to be estimated. */
export type History = ReadonlyMap<LocalDate, MeterDay>

export interface Guess {
  method: EstimateMethod
  /** The days it rests on. */
  basis: LocalDate[]
  importWh: Wh[]
  exportWh: Wh[]
}

export const LINEAR_MOST_S = 7_200
const LIKE_DAYS_MOST = 4
const MONTH_DAYS_MOST = 31
/** Least common multiple of 1 to 31: every mean of up to 31 whole numbers is a whole number of its parts. */
const MEAN_PARTS = 72_201_776_446_800n

const isTrusted = ({ quality }: Cell) => quality === 'Measured' || quality === 'Substituted'

/** Null if the gap is too long, or what lies on either side of it is not known or of another length. */
export function linearGuess(gap: readonly Cell[], before: Cell | undefined, after: Cell | undefined): Guess | null {
  const [first, last] = [gap[0], gap.at(-1)]
  if (!first || !last || last.end - first.start > LINEAR_MOST_S) return null
  if (!before || !after || before.end !== first.start || after.start !== last.end) return null
  const isEven = [before, after, ...gap].every(({ minutes }) => minutes === first.minutes)
  if (!isEven || !isTrusted(before) || !isTrusted(after)) return null
  const steps = BigInt(gap.length + 1)
  const line = (from: Wh, to: Wh) =>
    wholeParts(
      gap.map((_, index) => from * (steps - BigInt(index + 1)) + to * BigInt(index + 1)),
      steps,
    )
  const basis = [...new Set([before.day, after.day])]
  return {
    method: 'Linear',
    basis,
    importWh: line(before.importWh, after.importWh),
    exportWh: line(before.exportWh, after.exportWh),
  }
}

/** For intervals of one day. The first method that has a measured value for each of them; null if none has. */
export function likeDayGuess(cells: readonly Cell[], history: History, timeZone: string): Guess | null {
  const date = cells[0]?.day
  if (date === undefined) return null
  return (
    meanGuess('AverageLikeDay', cells, measuredOn(likeDays(date, 'before'), history, timeZone)) ??
    meanGuess('LaterLikeDay', cells, measuredOn(likeDays(date, 'after'), history, timeZone)) ??
    meanGuess('YearBefore', cells, measuredOn(monthYearBefore(date), history, timeZone))
  )
}

interface MeasuredDay {
  day: LocalDate
  minutes: number
  /** Import and export by what the wall clock showed; the first of an hour that passed twice. */
  at: Map<number, readonly [Wh, Wh]>
}

function* measuredOn(dates: readonly LocalDate[], history: History, timeZone: string): Generator<MeasuredDay> {
  for (const date of dates) {
    const found = history.get(date)
    if (!found) continue
    const at: MeasuredDay['at'] = new Map()
    for (const [index, { minute }] of slotsOf(found, timeZone).entries()) {
      const [taken, given] = [found.importWh[index], found.exportWh[index]]
      if (found.qualities[index] !== 'Measured' || taken === undefined || given === undefined) continue
      if (!at.has(minute)) at.set(minute, [taken, given])
    }
    yield { day: date, minutes: found.minutes, at }
  }
}

function meanGuess(method: EstimateMethod, cells: readonly Cell[], candidates: Iterable<MeasuredDay>): Guess | null {
  const most = method === 'YearBefore' ? MONTH_DAYS_MOST : LIKE_DAYS_MOST
  const days = [...candidates]
  const basis = new Set<LocalDate>()
  const means: { taken: bigint; given: bigint }[] = []
  for (const { minute, minutes } of cells) {
    const used = days.filter((day) => day.minutes === minutes && day.at.has(minute)).slice(0, most)
    if (used.length === 0) return null
    let [taken, given] = [0n, 0n]
    for (const { day, at } of used) {
      const [importWh, exportWh] = at.get(minute) ?? [0n, 0n]
      taken += importWh
      given += exportWh
      basis.add(day)
    }
    const parts = MEAN_PARTS / BigInt(used.length)
    means.push({ taken: taken * parts, given: given * parts })
  }
  const whole = (of: 'taken' | 'given') =>
    wholeParts(
      means.map((mean) => mean[of]),
      MEAN_PARTS,
    )
  return { method, basis: [...basis].sort(), importWh: whole('taken'), exportWh: whole('given') }
}
