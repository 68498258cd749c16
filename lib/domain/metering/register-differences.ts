/**
 * P5: the sum of the intervals is what the register advanced by. Where it is not, the difference is listed with what may have
 * caused it; nothing is rounded away or left out.
 */
import { ok, type Decision } from '../decision'
import type { Watt, Wh } from '../units/units'
import { advance, possibleAdvance } from './advance'
import { tallyOf, type Counts, type Span, type Tally } from './interval-tally'
import type { MeterDay } from './meter-day'
import type { Dial } from './meter'
import type { RegisterState } from './read'
import { sumWh } from './register-values'
import { REGISTERS, type Register, type RegisterCalendar } from './registers'

/** What may have caused a difference, most telling first. A hint to a person, never an excuse. */
export const DIFFERENCE_CAUSES = [
  'None',
  'IntervalsMissing',
  'IntervalCut',
  'Estimated',
  'Rounding',
  'Unexplained',
] as const
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number]

export interface DifferenceRow extends Span {
  /** A tariff register; all of them together; what was exported. */
  register: Register | 'total' | 'export'
  intervalsWh: Wh
  registerWh: Wh
  /** Register less intervals: below zero where the intervals hold more than the register counted. */
  differenceWh: bigint
  /** Intervals that are not known. */
  missing: number
  estimated: number
  cause: DifferenceCause
}

export interface TimedState extends RegisterState {
  time: number
}

/** Two reads of a meter, one after the other. */
export interface ReadPair {
  previous: TimedState
  next: TimedState
}

export interface ComparedMeter extends Dial {
  capacity: Watt
  calendar: RegisterCalendar
  timeZone: string
}

/** Each pair of reads in order of time. */
export function pairsOf(reads: readonly TimedState[]): ReadPair[] {
  const inOrder = [...reads].sort((a, b) => a.time - b.time)
  return inOrder.slice(1).flatMap((next, index) => {
    const previous = inOrder[index]
    return previous && previous.time < next.time ? [{ previous, next }] : []
  })
}

/**
 * Rows for the total, each register and the export between two reads. Refused as the chain refuses the later read.
 * @param days Those that the pair spans: see completeDays.
 */
export function differencesBetween(
  { previous, next }: ReadPair,
  days: readonly MeterDay[],
  meter: ComparedMeter,
): Decision<DifferenceRow[]> {
  const possible = possibleAdvance(meter.capacity, next.time - previous.time, meter.multiplier)
  const advanced = advance(previous, next, meter, possible)
  if (!advanced.ok) return advanced
  const span = { from: previous.time, to: next.time }
  const tally = tallyOf(days, span, meter)
  const { used, exported } = advanced.value
  const row = rowIn(span, tally)
  return ok([
    row('total', { intervalsWh: tally.importWh, registerWh: sumWh(used) }, tally.all),
    ...REGISTERS.flatMap((register, index) => {
      const intervalsWh = tally.registers?.[index]
      const [registerWh, counts] = [used[index], tally.counts[index]]
      if (intervalsWh === undefined || registerWh === undefined || !counts) return []
      return [row(register, { intervalsWh, registerWh }, counts)]
    }),
    row('export', { intervalsWh: tally.exportWh, registerWh: exported }, tally.all),
  ])
}

const rowIn =
  (span: Span, { isCut }: Tally) =>
  (register: DifferenceRow['register'], sums: Pick<DifferenceRow, 'intervalsWh' | 'registerWh'>, counts: Counts) => {
    const differenceWh = sums.registerWh - sums.intervalsWh
    const { missing, estimated } = counts
    const cause = causeOf(differenceWh, counts, isCut)
    return { ...span, register, ...sums, differenceWh, missing, estimated, cause }
  }

export function causeOf(difference: bigint, { known, estimated, missing }: Counts, isCut: boolean): DifferenceCause {
  if (difference === 0n) return 'None'
  // What is missing can only make the intervals too small.
  if (missing > 0 && difference > 0n) return 'IntervalsMissing'
  if (isCut) return 'IntervalCut'
  if (estimated > 0) return 'Estimated'
  const size = difference < 0n ? -difference : difference
  // Each interval may have lost less than one Wh when it was made whole.
  return size < BigInt(known) ? 'Rounding' : 'Unexplained'
}
