/**
 * What an agreement may sell or buy of a delivery period. The checks and their order mirror SurplusBook._contractedIn, and what it
 * counts is what settlement will count.
 */
import { possibleMonth } from '../agreements/can-sign'
import { prorated } from '../agreements/proration'
import { contractedFor, MONTHS, type Terms } from '../agreements/terms'
import { ok, refuse, type Decision, type Refusal } from '../decision'
import type { SupplyPoint } from '../metering/meter'
import { periodAt, periodStarting } from '../settlement/period'
import { sameHex } from '../units/hex'
import type { Wh } from '../units/units'
import type { ChainSession, WishedOrder } from './placing'

/** Of one agreement and delivery period. Mirrors the Solidity struct. */
export interface Traded {
  /** In lots and bids that are not claimed yet. */
  listed: Wh
  wanted: Wh
  sold: Wh
  bought: Wh
}

export interface AgreementFacts {
  terms: Pick<Terms, 'consumer' | 'start' | 'contracted'>
  /** Null if the chain does not know the agreement. */
  state: {
    settledUntil: number
    /** Where a switch or a notice cuts the term; null if nothing does. */
    endsAt: number | null
    /** Settled so far. */
    periods: number
    termPeriods: number
    ended: boolean
  } | null
  supplyPoint: Pick<SupplyPoint, 'region' | 'capacity'>
  /** Published settlement periods, in order. */
  calendar: readonly { start: number; end: number }[]
  traded: Traded
}

export interface ContractedIn {
  /** In the session's delivery period. */
  contracted: Wh
  /** Of the twelve. */
  month: number
  /** Wh: the most that the connection can carry in a period. */
  possible: bigint
}

type Named = Pick<WishedOrder, 'sessionId' | 'account' | 'subject'>

/** The agreement that a lot or a bid names: its account's own, in the session's region. */
export function namedRefusal(
  { sessionId, account, subject: agreementId }: Named,
  session: Pick<ChainSession, 'region'>,
  { terms, state, supplyPoint }: Pick<AgreementFacts, 'terms' | 'state' | 'supplyPoint'>,
): Refusal | null {
  if (!state) return { name: 'AgreementUnknown', facts: { agreementId } }
  if (!sameHex(terms.consumer, account)) return { name: 'NotAgreementConsumer', facts: { agreementId, account } }
  if (state.ended) return { name: 'AgreementIsEnded', facts: { agreementId } }
  if (supplyPoint.region === session.region) return null
  return { name: 'SessionOutOfReach', facts: { sessionId, subject: agreementId } }
}

export function contractedIn(
  order: Named,
  session: Pick<ChainSession, 'region' | 'start'>,
  agreement: Omit<AgreementFacts, 'traded'>,
): Decision<ContractedIn> {
  const refusal = namedRefusal(order, session, agreement)
  if (refusal) return { ok: false, refusal }
  const { terms, state, supplyPoint, calendar } = agreement
  const notSupplied = refuse('PeriodNotSupplied', {
    ...{ agreementId: order.subject, start: BigInt(session.start) },
  })
  if (!state) return notSupplied
  const index = indexOf(session.start, state, calendar)
  const period = periodStarting(calendar, session.start)
  if (index === null || !period) return notSupplied
  const from = Math.max(terms.start, period.start)
  const to = state.endsAt !== null && state.endsAt < period.end ? state.endsAt : period.end
  if (to <= from) return notSupplied
  return ok({
    contracted: prorated(contractedFor(terms, index), to - from, period.end - period.start),
    month: index % MONTHS,
    possible: possibleMonth(supplyPoint.capacity),
  })
}

/** The number of a delivery period in the agreement's term, counted from what is settled; null if it is none that is still to be settled. */
function indexOf(
  start: number,
  { settledUntil, periods, termPeriods }: NonNullable<AgreementFacts['state']>,
  calendar: AgreementFacts['calendar'],
): number | null {
  const first = periodAt(calendar, settledUntil)
  if (!first || start < first.start) return null
  const index = periods + calendar.filter((period) => period.start >= first.start && period.start < start).length
  return index < termPeriods ? index : null
}
