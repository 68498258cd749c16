/** How a term ends before its time: cut by a switch or a notice, or undone. Mirrors AgreementTerms._cut and TermLib, in their order. */
import { ok, refuse, type Decision, type Refusal } from '../decision'
import type { Offer } from '../offers/offer'
import { periodStarting } from '../settlement/period'
import type { Hex } from '../units/hex'
import { micro, type Micro } from '../units/units'

const DAY_S = 86_400

/** What is stored of an agreement that may be cut. Mirrors AgreementState. */
export interface OpenTerm {
  agreementId: Hex
  signedAt: number
  settledUntil: number
  /** Where a switch or a notice cuts it already; null if nothing does. */
  endsAt: number | null
  /** Settled so far. */
  periods: number
  termPeriods: number
}

export type Calendar = readonly { start: number; end: number }[]

export interface CutFacts {
  now: number
  term: OpenTerm
  offer: Pick<Offer, 'noticeDays' | 'coolingOffDays' | 'exitFee'>
  /** Published settlement periods. */
  calendar: Calendar
  /** Start of the settlement period that the agreement is settled into. */
  period: number
  /** Where it is to end. */
  instant: number
}

export interface Cut {
  endsAt: number
  exitFee: Micro
}

/** First second at which the consumer cannot go back any more. */
export function coolingOffEnd(
  { signedAt }: Pick<OpenTerm, 'signedAt'>,
  { coolingOffDays }: Pick<Offer, 'coolingOffDays'>,
): number {
  return signedAt + coolingOffDays * DAY_S
}

export function isCoolingOff(
  term: Pick<OpenTerm, 'signedAt'>,
  offer: Pick<Offer, 'coolingOffDays'>,
  now: number,
): boolean {
  return now < coolingOffEnd(term, offer)
}

/** Whether it can be undone as if it had never been signed: in the cooling-off days, before supply. */
export function isUndoable(
  term: Pick<OpenTerm, 'signedAt' | 'periods'>,
  offer: Pick<Offer, 'coolingOffDays'>,
  { start, now }: { start: number; now: number },
): boolean {
  return term.periods === 0 && now < start && isCoolingOff(term, offer, now)
}

/** Ends a term at an instant. The exit fee is due if that is before the term's own end and after the cooling-off days. */
export function cutTerm({ now, term, offer, calendar, period, instant }: CutFacts): Decision<Cut> {
  const { agreementId, endsAt, settledUntil } = term
  if (endsAt !== null) return refuse('AgreementEnding', { agreementId, endsAt: BigInt(endsAt) })
  if (instant <= settledUntil) {
    return refuse('EndTooEarly', { instant: BigInt(instant), earliest: BigInt(settledUntil) })
  }
  const coolingOff = isCoolingOff(term, offer, now)
  const earliest = now + offer.noticeDays * DAY_S
  if (!coolingOff && offer.noticeDays !== 0 && instant < earliest) {
    return refuse('NoticeTooShort', { instant: BigInt(instant), earliest: BigInt(earliest) })
  }
  const early = isBeforeTermEnd(term, calendar, { instant, period })
  if (!early.ok) return early
  return ok({ endsAt: instant, exitFee: early.value && !coolingOff ? offer.exitFee : micro(0n) })
}

/** Walks the calendar from what is settled to the cut. */
function isBeforeTermEnd(
  { agreementId, settledUntil, termPeriods, periods }: OpenTerm,
  calendar: Calendar,
  { instant, period }: { instant: number; period: number },
): Decision<boolean> {
  let reached = periodStarting(calendar, period)?.end ?? 0
  if (period > settledUntil || reached <= settledUntil) return refuse('PeriodUnknown', { start: BigInt(period) })
  let left = termPeriods - periods - 1
  while (reached < instant) {
    if (left === 0) return refuse('AgreementEndsSooner', { agreementId, endsAt: BigInt(reached) })
    left--
    const next = periodStarting(calendar, reached)?.end
    if (next === undefined) return refuse('PeriodUnknown', { start: BigInt(reached) })
    reached = next
  }
  return ok(left !== 0 || instant < reached)
}

/** An end can be asked for at the start of a published settlement period to come. Mirrors _checkBoundaryToCome. */
export function boundaryRefusal(instant: number, now: number, calendar: readonly { start: number }[]): Refusal | null {
  if (instant < now) return { name: 'StartInPast', facts: { start: BigInt(instant), now_: BigInt(now) } }
  if (periodStarting(calendar, instant)) return null
  return { name: 'PeriodUnknown', facts: { start: BigInt(instant) } }
}

/**
 * The first boundary at which the term can be cut, and what that costs; or why there is none: the refusal of the boundary that
 * comes first, or of the one at which the term's own end is passed.
 */
export function earliestCut(facts: Omit<CutFacts, 'instant'>): Decision<Cut> {
  const { now, calendar } = facts
  let refused: Decision<Cut> = refuse('PeriodUnknown', { start: BigInt(now) })
  for (const { start } of [...calendar].sort((a, b) => a.start - b.start)) {
    if (start < now) continue
    refused = cutTerm({ ...facts, instant: start })
    if (refused.ok || !PASSES.has(refused.refusal.name)) return refused
  }
  return refused
}

/** Refusals that a later boundary may be without. */
const PASSES: ReadonlySet<string> = new Set(['EndTooEarly', 'NoticeTooShort'])
