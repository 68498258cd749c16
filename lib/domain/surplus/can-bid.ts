/** May this bid be placed now? The checks and their order mirror SurplusMarket.bid, down to the escrow. */
import { ok, refuse, type Decision, type Refusal } from '../decision'
import { micro, type Micro } from '../units/units'
import { placingRefusal, type PlacingFacts } from './placing'
import { costAt } from './tick'
import { contractedIn, namedRefusal, type AgreementFacts } from './traded-agreement'

export type BiddingFacts = PlacingFacts & {
  /** The one that the bid names; null where credits are bought to be kept. */
  agreement: AgreementFacts | null
  free: Micro
}

/** @returns what is locked until the session is cleared: the most it can cost. */
export function canBid(facts: BiddingFacts): Decision<Micro> {
  const { order, free } = facts
  const refusal = placingRefusal(facts, 'Bid')
  if (refusal) return { ok: false, refusal }
  const barred = facts.agreement && agreementRefusal(facts, facts.agreement)
  if (barred) return { ok: false, refusal: barred }
  const needed = costAt(order.energy, order.price)
  if (free < needed) return refuse('InsufficientFree', { account: order.account, needed, free })
  return ok(micro(needed))
}

function agreementRefusal({ order, session }: PlacingFacts, agreement: AgreementFacts): Refusal | null {
  if (session.kind === 'Exported') return namedRefusal(order, session, agreement)
  const found = contractedIn(order, session, agreement)
  if (!found.ok) return found.refusal
  // No more is bought than the connection can carry.
  const { contracted, month, possible } = found.value
  const { bought, wanted } = agreement.traded
  const asked = contracted + bought + wanted + order.energy
  if (asked <= possible) return null
  return { name: 'ContractedTooMuch', facts: { month: BigInt(month), contracted: asked, possible } }
}
