/** What its consumer could do now to get out of an agreement: undo it, or end it at the earliest boundary; or why neither. */
import { refuse, ok, type Decision } from '../decision'
import type { Offer } from '../offers/offer'
import { periodAt } from '../settlement/period'
import { sameHex, ZERO_HASH, type Hex } from '../units/hex'
import type { Micro } from '../units/units'
import type { Ended } from './can-end'
import { coolingOffEnd, earliestCut, isCoolingOff, isUndoable, type Calendar, type OpenTerm } from './cut-term'

export interface ChoiceFacts {
  now: number
  agreement: OpenTerm & { start: number; deposit: Micro; replaces: Hex; successor: Hex | null }
  offer: Pick<Offer, 'noticeDays' | 'coolingOffDays' | 'exitFee'>
  calendar: Calendar
}

export interface EndChoice {
  outcome: Ended
  /** What the consumer signs as the end. */
  endsAt: number
  /** Last second at which a signature brings about just this: afterwards there would be notice, and a fee. Null if it does not matter. */
  until: number | null
}

export function endChoice({ now, agreement, offer, calendar }: ChoiceFacts): Decision<EndChoice> {
  const { agreementId, start, settledUntil, deposit, replaces, successor, endsAt } = agreement
  const until = isCoolingOff(agreement, offer, now) ? coolingOffEnd(agreement, offer) - 1 : null
  if (isUndoable(agreement, offer, { start, now })) {
    if (successor) return refuse('AgreementEnding', { agreementId, endsAt: BigInt(endsAt ?? 0) })
    const restores = sameHex(replaces, ZERO_HASH) ? null : replaces
    return ok({
      outcome: { kind: 'undone', deposit, restores },
      endsAt: start,
      until: Math.min(until ?? start, start - 1),
    })
  }
  const period = periodAt(calendar, settledUntil)?.start ?? 0
  const cut = earliestCut({ now, term: agreement, offer, calendar, period })
  return cut.ok ? ok({ outcome: { kind: 'cut', ...cut.value }, endsAt: cut.value.endsAt, until }) : cut
}
