/** May this bid be placed now? The checks and their order mirror SurplusMarket.bid, down to the escrow. */
import { ok, refuse, type Decision } from '../decision'
import { sameHex } from '../units/hex'
import { micro, type Micro } from '../units/units'
import { NO_SUBJECT, placingRefusal, type PlacingFacts } from './placing'
import { costAt } from './tick'
import { contractedIn, type AgreementFacts } from './traded-agreement'

export type BiddingFacts = PlacingFacts & {
  /** Of the buyer; null where credits are bought. */
  agreement: AgreementFacts | null
  free: Micro
}

/** @returns what is locked until the session is cleared: the most it can cost. */
export function canBid(facts: BiddingFacts): Decision<Micro> {
  const { order, free } = facts
  const refusal = placingRefusal(facts, 'Bid')
  if (refusal) return { ok: false, refusal }
  const reach = facts.agreement ? contractedBid(facts, facts.agreement) : creditBid(facts)
  if (!reach.ok) return reach
  const needed = costAt(order.energy, order.price)
  if (free < needed) return refuse('InsufficientFree', { account: order.account, needed, free })
  return ok(micro(needed))
}

/** No more is bought than the connection can carry. */
function contractedBid({ order, session }: PlacingFacts, agreement: AgreementFacts): Decision<null> {
  const found = contractedIn(order, session, agreement)
  if (!found.ok) return found
  const { contracted, month, possible } = found.value
  const { bought, wanted } = agreement.traded
  const asked = contracted + bought + wanted + order.energy
  return possible < asked
    ? refuse('ContractedTooMuch', { month: BigInt(month), contracted: asked, possible })
    : ok(null)
}

function creditBid({ order: { subject } }: PlacingFacts): Decision<null> {
  return sameHex(subject, NO_SUBJECT) ? ok(null) : refuse('SubjectInvalid', { subject })
}
