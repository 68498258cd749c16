/** May this lot be listed now? The checks and their order mirror SurplusMarket.list, down to the credits. */
import { ok, refuse, type Decision } from '../decision'
import type { Wh } from '../units/units'
import { placingRefusal, type PlacingFacts } from './placing'
import { contractedIn, type AgreementFacts } from './traded-agreement'

/** The credit that a lot of exported energy names, and how much of it the account holds. */
export interface LotCredit {
  creditId: bigint
  kind: 'None' | 'Exported' | 'Stored' | 'Usable'
  region: number
  /** Of its delivery period. */
  start: number
  /** Of stored energy; zero otherwise. */
  expiry: number
  held: Wh
}

export type ListingFacts = PlacingFacts & ({ agreement: AgreementFacts } | { credit: LotCredit })

/** @returns what can be sold in all of what the lot names. */
export function canList(facts: ListingFacts): Decision<Wh> {
  const refusal = placingRefusal(facts, 'Lot')
  if (refusal) return { ok: false, refusal }
  return 'agreement' in facts ? contractedLot(facts, facts.agreement) : creditLot(facts, facts.credit)
}

/** No more is for sale than the agreement has contracted. */
function contractedLot({ order, session }: PlacingFacts, agreement: AgreementFacts): Decision<Wh> {
  const found = contractedIn(order, session, agreement)
  if (!found.ok) return found
  const { contracted } = found.value
  const taken = agreement.traded.sold + agreement.traded.listed
  if (contracted < taken + order.energy) {
    return refuse('LotAboveContracted', { agreementId: order.subject, contracted, asked: taken + order.energy })
  }
  return ok((contracted - taken) as Wh)
}

/** Exported energy of the session's own period, or stored energy that does not expire before the session closes. */
function creditLot({ order, session }: PlacingFacts, credit: LotCredit): Decision<Wh> {
  const { creditId, kind, held } = credit
  const isOwn = kind === 'Exported' && credit.start === session.start
  if (!isOwn && kind !== 'Stored') return refuse('SubjectInvalid', { subject: order.subject })
  if (credit.region !== session.region) {
    return refuse('SessionOutOfReach', { sessionId: order.sessionId, subject: order.subject })
  }
  if (kind === 'Stored' && credit.expiry < session.closeAt) {
    return refuse('StoredExpired', { creditId, expiry: BigInt(credit.expiry) })
  }
  if (held < order.energy) {
    return refuse('CreditsShort', { account: order.account, creditId, needed: order.energy, held })
  }
  return ok(held)
}
