/** May an agreement be ended now, and what happens then? The checks and their order mirror AgreementBook.end. */
import { ok, refuse, type Decision, type Refusal } from '../decision'
import type { Offer } from '../offers/offer'
import { ACTIVITIES } from '../safety/activity'
import { codeOf } from '../units/codes'
import type { Hex } from '../units/hex'
import { sameHex, ZERO_HASH } from '../units/hex'
import type { Micro } from '../units/units'
import { boundaryRefusal, cutTerm, isUndoable, type Calendar, type Cut, type OpenTerm } from './cut-term'
import type { Terms } from './terms'

/** What a consumer signs (EIP-712) to end an agreement. Mirrors the Solidity struct Ending. */
export interface Ending {
  agreementId: Hex
  endsAt: number
  nonce: bigint
  expiry: number
}

/** What the chain keeps of an agreement. */
export interface TermState extends OpenTerm {
  ended: boolean
  deposit: Micro
  /** The agreement that follows where this one ends; null if none. */
  successor: Hex | null
}

export interface EndingFacts {
  now: number
  ending: Ending
  offer: Offer
  terms: Terms
  /** Null if the chain does not know the agreement. */
  state: TermState | null
  /** The agreement that `terms` replaces, as it is now; null if there is none. */
  before: Pick<TermState, 'successor' | 'ended'> | null
  calendar: Calendar
  period: number
  nextNonce: bigint
  /** Null while nothing has been signed. */
  signatureValid: boolean | null
  /** Signing runs again at this instant; zero or past if it runs now. */
  pausedUntil: number
}

export type Ended =
  | ({ kind: 'cut' } & Cut)
  /** As if it had never been signed; `restores` is the agreement it was to replace, which goes on. */
  | { kind: 'undone'; deposit: Micro; restores: Hex | null }

export function canEnd(facts: EndingFacts): Decision<Ended> {
  const { now, ending, offer, terms, state, calendar, period } = facts
  const refusal = checkIntent(facts)
  if (refusal) return { ok: false, refusal }
  const { agreementId } = ending
  if (!state) return refuse('AgreementUnknown', { agreementId })
  if (state.ended) return refuse('AgreementIsEnded', { agreementId })
  if (isUndoable(state, offer, { start: terms.start, now })) {
    // What is to follow it would be left without a meter.
    if (state.successor) return refuse('AgreementEnding', { agreementId, endsAt: BigInt(state.endsAt ?? 0) })
    return ok({ kind: 'undone', deposit: state.deposit, restores: restored(facts) })
  }
  const boundary = boundaryRefusal(ending.endsAt, now, calendar)
  if (boundary) return { ok: false, refusal: boundary }
  const cut = cutTerm({ now, term: state, offer, calendar, period, instant: ending.endsAt })
  return cut.ok ? ok({ kind: 'cut', ...cut.value }) : cut
}

function checkIntent({ now, ending, terms, nextNonce, signatureValid, pausedUntil }: EndingFacts): Refusal | null {
  const account = terms.consumer
  if (now < pausedUntil) {
    const activity = BigInt(codeOf(ACTIVITIES, 'Signing'))
    return { name: 'ActivityPaused', facts: { activity, until: BigInt(pausedUntil) } }
  }
  if (now > ending.expiry) return { name: 'IntentExpired', facts: { expiry: BigInt(ending.expiry) } }
  if (ending.nonce !== nextNonce) {
    return { name: 'InvalidAccountNonce', facts: { account, currentNonce: nextNonce } }
  }
  return signatureValid === false ? { name: 'SignatureInvalid', facts: { account } } : null
}

function restored({ ending, terms, before }: EndingFacts): Hex | null {
  if (sameHex(terms.replaces, ZERO_HASH) || !before || before.ended || !before.successor) return null
  return sameHex(before.successor, ending.agreementId) ? terms.replaces : null
}
