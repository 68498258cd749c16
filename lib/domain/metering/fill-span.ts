/** What an operator's order to fill the gaps of a meter does: estimate, scale to the reads, check, and show what changes. */
import { ok, refuse, type Decision } from '../decision'
import { addDays, dayBounds, localDateOf } from './calendar'
import { firstAboveCapacity } from './edit-intervals'
import { estimateGaps, forgetEstimates, type EstimatedPiece } from './estimate-gaps'
import { completeDays, type DaySpan } from './gaps'
import type { MeterDay } from './meter-day'
import { differencesBetween, type ComparedMeter, type DifferenceRow, type ReadPair } from './register-differences'
import { scaleEstimates, type Scaling } from './scale-estimates'

export interface SpanToFill {
  /** Local days [from, to). */
  span: DaySpan
  /** Also what was estimated before, from what is known by now. */
  isAnew: boolean
  /** All that is known of the meter around the span, in order. */
  known: readonly MeterDay[]
  /** One after the other. Those that touch the span count. */
  pairs: readonly ReadPair[]
}

export interface FilledSpan {
  /** Those that change, as they would be. */
  days: MeterDay[]
  pieces: EstimatedPiece[]
  scalings: Scaling[]
  /** Totals between the reads around the span, as they are and as they would be. */
  differences: { before: DifferenceRow[]; after: DifferenceRow[] }
}

export function fillSpan({ span, isAnew, known, pairs }: SpanToFill, meter: ComparedMeter): Decision<FilledSpan> {
  const { timeZone } = meter
  const near = pairs.filter((pair) => touches(pair, span, timeZone))
  const isInside = ({ day }: MeterDay) => day >= span.from && day < span.to
  const all = completeDays(known, timeZone, scopeOf(span, near, timeZone))
  const before = all.map((day) => (isAnew && isInside(day) ? forgetEstimates(day) : day))
  const history = new Map([...known, ...before].map((day) => [day.day, day]))
  const estimate = estimateGaps(before.filter(isInside), history, timeZone)
  if (!estimate.ok) return estimate
  const { pieces } = estimate.value
  if (pieces.length === 0) return refuse('EstimateNothingMissing')
  const filled = new Map(estimate.value.days.map((day) => [day.day, day]))
  const estimated = before.map((day) => filled.get(day.day) ?? day)
  const { days, scalings } = scaleEstimates({ before, days: estimated }, near, meter)
  const above = firstAboveCapacity(days.filter(isInside), meter)
  if (above) {
    const { start, energy, possible } = above
    return refuse('IntervalAboveCapacity', { start: BigInt(start), value: energy, possible })
  }
  const rows = (of: readonly MeterDay[]) => near.flatMap((pair) => totalsOf(pair, of, meter))
  const differences = { before: rows(all), after: rows(days) }
  const changed = days.filter((day, index) => isInside(day) && !isSame(day, all[index]))
  if (changed.length === 0) return refuse('EditChangesNothing')
  return ok({ days: changed, pieces, scalings, differences })
}

function touches({ previous, next }: ReadPair, { from, to }: DaySpan, timeZone: string): boolean {
  return previous.time < dayBounds(to, timeZone).start && next.time > dayBounds(from, timeZone).start
}

/** The span, and the days between the reads around it. */
function scopeOf(span: DaySpan, pairs: readonly ReadPair[], timeZone: string): DaySpan {
  const [first, last] = [pairs[0]?.previous, pairs.at(-1)?.next]
  const from = first && localDateOf(first.time, timeZone)
  // Up to and with the day of the last instant before the read.
  const end = last && localDateOf(last.time - 1, timeZone)
  return {
    from: from !== undefined && from < span.from ? from : span.from,
    to: end !== undefined && end >= span.to ? addDays(end, 1) : span.to,
  }
}

function totalsOf(pair: ReadPair, days: readonly MeterDay[], meter: ComparedMeter): DifferenceRow[] {
  const rows = differencesBetween(pair, days, meter)
  return rows.ok ? rows.value.filter(({ register }) => register === 'total' || register === 'export') : []
}

function isSame(day: MeterDay, other: MeterDay | undefined): boolean {
  if (!other || day.minutes !== other.minutes) return false
  return day.qualities.every(
    (quality, at) =>
      quality === other.qualities[at] &&
      day.importWh[at] === other.importWh[at] &&
      day.exportWh[at] === other.exportWh[at],
  )
}
