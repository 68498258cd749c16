/** May these terms replace the agreement of their meter now? The checks and their order mirror AgreementBook.switchTo. */
import { ok, refuse, type Decision } from '../decision'
import type { Offer } from '../offers/offer'
import { sameHex, ZERO_HASH, type Address, type Hex } from '../units/hex'
import { canTake, type TakingFacts } from './can-sign'
import type { TermState } from './can-end'
import { cutTerm, type Calendar, type Cut } from './cut-term'
import type { Deposit } from './deposit'

export interface ReplacedFacts {
  /** The id of the agreement that is given as the one to be replaced, computed from its terms. */
  agreementId: Hex
  consumer: Address
  offer: Pick<Offer, 'noticeDays' | 'coolingOffDays' | 'exitFee'>
  /** Null if the chain does not know it. */
  state: TermState | null
  /** Start of the settlement period that it is settled into. */
  period: number
}

export interface SwitchingFacts extends TakingFacts {
  calendar: Calendar
  /** The agreement that supplies the meter or will, if any. */
  supplying: Hex | null
  old: ReplacedFacts
}

/** The new deposit, and where and at what cost the old term is cut. */
export function canSwitch(facts: SwitchingFacts): Decision<{ deposit: Deposit; cut: Cut }> {
  const { now, terms, calendar, supplying, old } = facts
  const taken = canTake(facts)
  if (!taken.ok) return taken
  const { meterId, replaces, consumer } = terms
  if (!supplying || !sameHex(supplying, replaces) || !sameHex(supplying, old.agreementId)) {
    return refuse('NotSupplying', { meterId, agreementId: replaces, supplying: supplying ?? ZERO_HASH })
  }
  if (!sameHex(old.consumer, consumer)) return refuse('NotMeterHolder', { consumer, holder: old.consumer })
  const { agreementId, state } = old
  if (!state) return refuse('AgreementUnknown', { agreementId })
  if (state.ended) return refuse('AgreementIsEnded', { agreementId })
  const cut = cutTerm({ now, term: state, offer: old.offer, calendar, period: old.period, instant: terms.start })
  return cut.ok ? ok({ deposit: taken.value, cut: cut.value }) : cut
}
