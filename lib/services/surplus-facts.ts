/** What decides whether a lot or a bid may be placed, read from the chain and not from rows: a session may have closed a second ago. */
import { creditFromId } from '@/lib/chain/coding/credit'
import type { TradedAgreement } from '@/lib/chain/intents/surplus'
import { headOf } from '@/lib/chain/logs'
import { agreementStateOf, pausedUntil, supplyPointOf } from '@/lib/chain/read'
import { creditsHeld, sessionOf, sideTaken, surplusNonceOf, tradedOf } from '@/lib/chain/read-surplus'
import { asViewer, type Viewer } from '@/lib/db/client'
import { getSignedAgreement } from '@/lib/db/read/signed-agreement'
import { openingOf } from '@/lib/db/read/surplus-sessions'
import { listPeriods } from '@/lib/db/read/tariffs'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { periodAt } from '@/lib/domain/settlement/period'
import type { LotCredit } from '@/lib/domain/surplus/can-list'
import type { PlacingFacts, WishedOrder } from '@/lib/domain/surplus/placing'
import type { AgreementFacts } from '@/lib/domain/surplus/traded-agreement'
import type { Hex } from '@/lib/domain/units/hex'

/** What a person wants to place. Its nonce and its last second come with the signature. */
export type OrderWish = Omit<WishedOrder, 'nonce' | 'expiry'>

/** Of a wish: as if it had been signed now, with the right nonce. */
export async function placingFacts(order: OrderWish | WishedOrder): Promise<PlacingFacts> {
  const { sessionId, account } = order
  const opening = await asViewer(null, (tx) => openingOf(tx, sessionId))
  const [head, session, nextNonce, taken, until] = await Promise.all([
    headOf(),
    sessionOf(sessionId),
    surplusNonceOf(account),
    sideTaken({ sessionId, account, opening }),
    pausedUntil('Bidding'),
  ])
  const now = head.timestamp
  return {
    now,
    order: 'nonce' in order ? order : { ...order, nonce: nextNonce, expiry: now },
    session,
    nextNonce,
    signatureValid: null, // The contract judges it, when there is one.
    sideTaken: taken.side,
    group: taken.group,
    pausedUntil: until,
  }
}

export interface KnownAgreement {
  facts: AgreementFacts
  /** What a call about it carries. */
  traded: TradedAgreement
}

/** The viewer's agreement, and how much of it changed hands in a delivery period. */
export async function tradedAgreement(
  viewer: Viewer,
  agreementId: Hex,
  start: number,
): Promise<Decision<KnownAgreement>> {
  const signed = await getSignedAgreement(viewer, agreementId)
  if (!signed) return refuse('AgreementUnknown', { agreementId })
  const { terms } = signed
  const [state, supplyPoint, calendar, traded] = await Promise.all([
    agreementStateOf(agreementId),
    supplyPointOf(terms.meterId),
    listPeriods(),
    tradedOf(agreementId, start),
  ])
  if (!supplyPoint) return refuse('MeterUnknown', { meterId: terms.meterId })
  const period = periodAt(calendar, state?.settledUntil ?? 0)?.start ?? 0
  return ok({ facts: { terms, state, supplyPoint, calendar, traded }, traded: { terms, period } })
}

/** The credit that a lot names, and how much of it an account holds. */
export async function lotCredit({ account, subject }: Pick<WishedOrder, 'account' | 'subject'>): Promise<LotCredit> {
  const creditId = BigInt(subject)
  const { kind, region, start, expiry } = knownCredit(creditId)
  return { creditId, kind, region, start, expiry, held: await creditsHeld(account, creditId) }
}

/** A number that is no id of a credit names a credit of no kind, as for the contract. */
function knownCredit(creditId: bigint): Pick<LotCredit, 'kind' | 'region' | 'start' | 'expiry'> {
  try {
    return creditFromId(creditId)
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'None', region: 0, start: 0, expiry: 0 }
    throw error
  }
}
