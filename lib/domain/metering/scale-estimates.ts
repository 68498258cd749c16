/**
 * Estimates between two reads are scaled so that all intervals together are what the register counted (AEMO substitution
 * type 24, data scaling): per tariff register where that is possible, else for the total. Largest remainder: no Wh is lost.
 */
import type { Wh } from '../units/units'
import { wh } from '../units/units'
import type { Advance } from './advance'
import { cellsOf, daysOfCells, type Cell } from './day-cells'
import { tallyOf, type Span, type Tally } from './interval-tally'
import type { MeterDay } from './meter-day'
import { sumWh } from './register-values'
import { advanceIn, type ComparedMeter, type ReadPair } from './register-differences'
import { registerIndex } from './registers'
import { shareOut } from './whole-parts'

const MINUTES_PER_HOUR = 60

export interface Scaling extends Span {
  /** To what the imported estimates were scaled; null if the reads and what was measured do not allow it. */
  importTo: 'registers' | 'total' | null
  isExportScaled: boolean
}

export interface Scaled {
  days: MeterDay[]
  scalings: Scaling[]
}

/**
 * @param before Complete days that every pair lies in, as they were: what is missing in them was estimated.
 * @param days The same days with the estimates. A pair between whose reads something is still missing is left alone.
 */
export function scaleEstimates(
  { before, days }: { before: readonly MeterDay[]; days: readonly MeterDay[] },
  pairs: readonly ReadPair[],
  meter: ComparedMeter,
): Scaled {
  const cells = cellsOf(days, meter.timeZone)
  const wasMissing = cellsOf(before, meter.timeZone).map(({ quality }) => quality === 'Missing')
  const scalings: Scaling[] = []
  for (const pair of pairs) {
    const span = { from: pair.previous.time, to: pair.next.time }
    const guessed = [...cells.keys()].filter((at) => wasMissing[at] && isWithin(cells[at] as Cell, span))
    if (guessed.length === 0 || !covers(cells, span)) continue
    const advanced = advanceIn(pair, meter)
    const known = tallyOf(before, span, meter)
    const isFull = guessed.every((at) => cells[at]?.quality === 'Estimated') && known.all.missing === guessed.length
    if (!advanced.ok || !isFull || known.isCut) continue
    scalings.push({ ...span, ...scalePair({ cells, guessed, known, meter }, advanced.value) })
  }
  return { days: daysOfCells(cells), scalings }
}

interface Scope {
  cells: Cell[]
  /** Where in the cells the estimates are. */
  guessed: number[]
  /** What is not estimated. */
  known: Tally
  meter: ComparedMeter
}

function scalePair(scope: Scope, { used, exported }: Advance): Pick<Scaling, 'importTo' | 'isExportScaled'> {
  const { known, guessed } = scope
  const exportLeft = exported - known.exportWh
  if (exportLeft >= 0n) share(scope, 'exportWh', wh(exportLeft), guessed)
  const byRegister = used.map((advanced, register) => ({
    left: known.registers ? advanced - (known.registers[register] ?? 0n) : -1n,
    own: guessed.filter((at) => registerOf(scope, at) === register),
  }))
  const isExportScaled = exportLeft >= 0n
  // A register that counted where nothing is estimated, or less than was measured, leaves only the total to go by.
  if (byRegister.every(({ left, own }) => left >= 0n && (left === 0n || own.length > 0))) {
    for (const { left, own } of byRegister) if (own.length > 0) share(scope, 'importWh', wh(left), own)
    return { importTo: 'registers', isExportScaled }
  }
  const left = sumWh(used) - known.importWh
  if (left < 0n) return { importTo: null, isExportScaled }
  share(scope, 'importWh', wh(left), guessed)
  return { importTo: 'total', isExportScaled }
}

function share({ cells }: Scope, flow: 'importWh' | 'exportWh', total: Wh, places: readonly number[]): void {
  const parts = shareOut(
    total,
    places.map((at) => cells[at]?.[flow] ?? wh(0n)),
  )
  for (const [index, at] of places.entries()) {
    cells[at] = { ...(cells[at] as Cell), [flow]: parts[index] ?? wh(0n) }
  }
}

function registerOf({ cells, meter }: Scope, at: number): number {
  const { day, minute } = cells[at] as Cell
  return registerIndex(meter.calendar, { month: Number(day.slice(5, 7)), hour: Math.floor(minute / MINUTES_PER_HOUR) })
}

const isWithin = ({ start }: Cell, { from, to }: Span) => start >= from && start < to

function covers(cells: readonly Cell[], { from, to }: Span): boolean {
  const [first, last] = [cells[0], cells.at(-1)]
  return first !== undefined && last !== undefined && first.start <= from && last.end >= to
}
