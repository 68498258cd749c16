/**
 * P5: the sum of the intervals is what the register advanced by. Where it is not, the difference is listed with what may have
 * caused it; nothing is rounded away or left out.
 */
import { ok, type Decision } from '../decision'
import type { Wh } from '../units/units'
import { between, type Advance } from './advance'
import { tallyOf, type Counts, type Span, type Tally } from './interval-tally'
import type { MeterDay } from './meter-day'
import type { CountingMeter } from './meter'
import type { TimedState } from './read'
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

/** Two reads of a meter, one after the other. */
export interface ReadPair {
  previous: TimedState
  next: TimedState
  /** The meter that counted between them, where another one has taken its place since. */
  by?: CountingMeter
}

/** A meter that took another's place: see exchange.ts. */
export interface MeterTurn {
  /** The former meter's last billing read. */
  last: { time: number }
  former: CountingMeter
  /** What the next meter would have shown then. */
  carried: TimedState
}

export interface ComparedMeter extends CountingMeter {
  calendar: RegisterCalendar
  timeZone: string
}

/**
 * Each pair of reads in order of time. A pair in which the meter was exchanged begins with what was carried over; one from
 * before is counted by the former meter.
 * @param turns In order of time.
 */
export function pairsOf(reads: readonly TimedState[], turns: readonly MeterTurn[] = []): ReadPair[] {
  const inOrder = [...reads].sort((a, b) => a.time - b.time)
  return inOrder.slice(1).flatMap((next, index) => {
    const recorded = inOrder[index]
    if (!recorded || recorded.time >= next.time) return []
    const previous = turns.filter(({ last }) => last.time === recorded.time).at(-1)?.carried ?? recorded
    const by = turns.find(({ last }) => last.time >= next.time)?.former
    return [by ? { previous, next, by } : { previous, next }]
  })
}

/**
 * Rows for the total, each register and the export between two reads. Refused as the chain refuses the later read.
 * @param days Those that the pair spans: see completeDays.
 */
export function differencesBetween(
  pair: ReadPair,
  days: readonly MeterDay[],
  meter: ComparedMeter,
): Decision<DifferenceRow[]> {
  const { previous, next } = pair
  const advanced = advanceIn(pair, meter)
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

/** What the meter that was there counted between two reads. */
export function advanceIn({ by, ...pair }: ReadPair, meter: CountingMeter): Decision<Advance> {
  return between(by ?? meter, pair)
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
