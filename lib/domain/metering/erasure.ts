/** Which interval data of a person may go when the person asks for it, and what has to stay for a while. */
import type { LocalDate } from './calendar'

/** Local days [from, to). */
export interface DaySpan {
  from: LocalDate
  to: LocalDate
}

/** Why days stay: their month is not billed yet, or their bill rests on an estimate and is made again when the true read comes. */
export type KeptBecause = 'unbilled' | 'estimated'

export type KeptDays = DaySpan & { because: KeptBecause }

export interface ErasureFacts {
  /** Days on which the person held the meter or was supplied through it; they may overlap. `to` null: still. */
  stays: readonly { from: LocalDate; to: LocalDate | null }[]
  /** The first day of the month that no bill was made for; null if nothing more will be billed. */
  unbilledFrom: LocalDate | null
  /** Between a read that was guessed and the one before it. */
  estimated: readonly DaySpan[]
  /** The first day that is not over. */
  today: LocalDate
}

export interface Erasable {
  /** In order, without overlap. */
  spans: DaySpan[]
  /** Of the person's days, and why. */
  kept: KeptDays[]
}

/** Bills never need the days again once they are made from true reads; until then the person itself may. */
export function erasable({ stays, unbilledFrom, estimated, today }: ErasureFacts): Erasable {
  const own = joined(stays.map(({ from, to }) => ({ from, to: to !== null && to < today ? to : today })))
  const wanted: KeptDays[] = estimated.map((span) => ({ ...span, because: 'estimated' }))
  if (unbilledFrom !== null) wanted.push({ from: unbilledFrom, to: today, because: 'unbilled' })
  const kept = wanted.flatMap(({ because, ...span }) => own.flatMap((one) => within(span, one, because)))
  return {
    spans: wanted.reduce((spans, hole) => spans.flatMap((span) => without(span, hole)), own),
    kept: kept.sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

function within(span: DaySpan, { from, to }: DaySpan, because: KeptBecause): KeptDays[] {
  const common = { from: later(span.from, from), to: earlier(span.to, to) }
  return common.from < common.to ? [{ ...common, because }] : []
}

/** What is left of a span on both sides of a hole. */
function without(span: DaySpan, hole: DaySpan): DaySpan[] {
  const before = { from: span.from, to: earlier(span.to, hole.from) }
  const after = { from: later(span.from, hole.to), to: span.to }
  return hole.from < hole.to ? [before, after].filter(({ from, to }) => from < to) : [span]
}

function joined(spans: readonly DaySpan[]): DaySpan[] {
  const result: DaySpan[] = []
  for (const span of spans.filter(({ from, to }) => from < to).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = later(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
