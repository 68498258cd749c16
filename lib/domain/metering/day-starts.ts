/** First instants of consecutive local days: the zone's rules are asked every other week and where the clocks change, not for each day. */
import { offsetAt } from './calendar'

const DAY_S = 86_400
const DAY_MS = 86_400_000
const FORTNIGHT_S = 14 * DAY_S
/** Every zone's offset lies within ±16 hours, so a date's first instant lies within ±16 hours of its UTC midnight. */
const WIDEST_OFFSET_S = 16 * 3_600
/** Clocks change on a quarter of an hour nearly always; where they did not, the second is looked for within it. */
const QUARTER_S = 900

/**
 * Of `count` days from day `first` (days since 1 January 1970 on the wall calendar), and of the one after them. No zone changes its
 * clocks and changes them back within a fortnight.
 */
export function dayStarts(first: number, count: number, timeZone: string): Float64Array {
  const starts = new Float64Array(count + 1)
  const turns = turnsBetween(first * DAY_S - WIDEST_OFFSET_S, (first + count) * DAY_S + WIDEST_OFFSET_S, timeZone)
  let turn = 0
  for (let day = 0; day <= count; day++) {
    const midnight = (first + day) * DAY_S
    let { at, before, after } = turns[turn] ?? NEVER
    // The first instant that shows this date or a later one, before the clocks change or from then on.
    while (
      midnight - before >= at &&
      turn + 1 < turns.length &&
      midnight - after >= (turns[turn + 1]?.at ?? Infinity)
    ) {
      turn += 1
      ;({ at, before, after } = turns[turn] ?? NEVER)
    }
    starts[day] = midnight - before < at ? midnight - before : Math.max(at, midnight - after)
  }
  return starts
}

/** The clocks change at `at`; offsets are seconds ahead of UTC. */
interface Turn {
  at: number
  before: number
  after: number
}

const NEVER: Turn = { at: Infinity, before: 0, after: 0 }

/** At least one: that the clocks never change is one too. */
function turnsBetween(from: number, to: number, timeZone: string): Turn[] {
  const turns: Turn[] = []
  let before = offsetAt(from, timeZone)
  for (let at = from; at < to; at += FORTNIGHT_S) {
    const after = offsetAt(at + FORTNIGHT_S, timeZone)
    if (after !== before) turns.push({ at: turnIn(at, before, timeZone), before, after })
    before = after
  }
  return turns.length > 0 ? turns : [{ at: Infinity, before, after: before }]
}

/** The second within the fortnight from which the clocks show something else. */
function turnIn(from: number, offset: number, timeZone: string): number {
  const isBefore = (at: number) => offsetAt(at, timeZone) === offset
  const after = from + FORTNIGHT_S
  const start = Math.floor(from / QUARTER_S)
  const quarter = firstAfter(start, Math.ceil(after / QUARTER_S), (at) => isBefore(at * QUARTER_S)) * QUARTER_S
  return isBefore(quarter - 1) ? quarter : firstAfter(quarter - QUARTER_S, quarter, isBefore)
}

/** Halves what lies between a place before and one after until they are neighbours. */
function firstAfter(before: number, after: number, isBefore: (at: number) => boolean): number {
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (isBefore(middle)) before = middle
    else after = middle
  }
  return after
}

/** YYYY-MM-DD of a day since 1 January 1970. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Exact inverse of dateOfDay. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}
