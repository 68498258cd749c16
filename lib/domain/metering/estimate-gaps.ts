/** Fills what is missing in a meter's days with estimates. All of it, or nothing and why. Nothing that is known changes. */
import { ok, refuse, type Decision } from '../decision'
import { addDays } from './calendar'
import { cellsOf, daysOfCells, type Cell } from './day-cells'
import { likeDayGuess, linearGuess, type EstimateMethod, type Guess, type History } from './estimate-pieces'
import type { MeterDay } from './meter-day'
import { wh } from '../units/units'

/** One stretch that was estimated by one method. */
export interface EstimatedPiece {
  /** UTC seconds, [from, to). */
  from: number
  to: number
  intervals: number
  method: EstimateMethod
  /** Local days that the guess rests on. */
  basis: string[]
}

export interface Estimate {
  /** The days that were given, in order; what was missing is Estimated now. */
  days: MeterDay[]
  pieces: EstimatedPiece[]
}

/**
 * Up to two hours: a straight line. Longer: day by day, from like days before, like days after, the month a year before.
 * @param days Complete and in order: see completeDays.
 * @param history Also of the days themselves. What counts is what was measured, so that no estimate rests on an estimate.
 */
export function estimateGaps(days: readonly MeterDay[], history: History, timeZone: string): Decision<Estimate> {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ok({ days: [], pieces: [] })
  const beside = [history.get(addDays(first.day, -1)), history.get(addDays(last.day, 1))]
  const [before, own, after] = [
    beside[0] ? cellsOf([beside[0]], timeZone) : [],
    cellsOf(days, timeZone),
    beside[1] ? cellsOf([beside[1]], timeZone) : [],
  ]
  const filled = [...own]
  const pieces: EstimatedPiece[] = []
  for (const { at, length } of missingRuns(own)) {
    const gap = own.slice(at, at + length)
    const line = linearGuess(gap, own[at - 1] ?? before.at(-1), own[at + length] ?? after[0])
    const parts = line ? [{ cells: gap, guess: line }] : byDay(gap, history, timeZone)
    for (const { cells, guess } of parts) {
      const [from, to] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0]
      if (!guess) return refuse('EstimateNoBasis', { start: BigInt(from), end: BigInt(to) })
      pieces.push({ from, to, intervals: cells.length, method: guess.method, basis: guess.basis })
      put(guess, cells, filled, own.indexOf(cells[0] as Cell))
    }
  }
  return ok({ days: daysOfCells(filled), pieces })
}

/** What was estimated before is missing again, to be estimated anew from what is known by now. */
export function forgetEstimates(day: MeterDay): MeterDay {
  if (!day.qualities.includes('Estimated')) return day
  const isGuess = (index: number) => day.qualities[index] === 'Estimated'
  return {
    ...day,
    importWh: day.importWh.map((energy, index) => (isGuess(index) ? wh(0n) : energy)),
    exportWh: day.exportWh.map((energy, index) => (isGuess(index) ? wh(0n) : energy)),
    qualities: day.qualities.map((quality) => (quality === 'Estimated' ? 'Missing' : quality)),
  }
}

function missingRuns(cells: readonly Cell[]): { at: number; length: number }[] {
  const runs: { at: number; length: number }[] = []
  for (const [index, { quality }] of cells.entries()) {
    if (quality !== 'Missing') continue
    const open = runs.at(-1)
    if (open && open.at + open.length === index) open.length += 1
    else runs.push({ at: index, length: 1 })
  }
  return runs
}

function byDay(gap: readonly Cell[], history: History, timeZone: string): { cells: Cell[]; guess: Guess | null }[] {
  const dates = [...new Set(gap.map(({ day }) => day))]
  return dates.map((date) => {
    const cells = gap.filter(({ day }) => day === date)
    return { cells, guess: likeDayGuess(cells, history, timeZone) }
  })
}

function put({ importWh, exportWh }: Guess, cells: readonly Cell[], filled: Cell[], at: number): void {
  for (const [index, cell] of cells.entries()) {
    const energy = { importWh: importWh[index] ?? wh(0n), exportWh: exportWh[index] ?? wh(0n) }
    filled[at + index] = { ...cell, ...energy, quality: 'Estimated' }
  }
}
