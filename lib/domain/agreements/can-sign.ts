/** May these terms be signed now? The checks and their order mirror AgreementBook.sign, down to the offer book and the escrow. */
import { ok, refuse, type Decision, type Refusal } from '../decision'
import { ROLES } from '../members/role'
import type { SupplyPoint } from '../metering/meter'
import type { Offer, OfferStatus } from '../offers/offer'
import { ACTIVITIES } from '../safety/activity'
import { codeOf } from '../units/codes'
import { sameHex, ZERO_HASH, type Hex } from '../units/hex'
import type { Micro, Watt, Wh } from '../units/units'
import { boundaryRefusal } from './cut-term'
import { deposit, type Deposit } from './deposit'
import type { Terms } from './terms'

/** What signing and switching check alike. */
export interface TakingFacts {
  now: number
  terms: Terms
  /** The id of `offer`, computed from its content. */
  offerId: Hex
  offer: Offer
  offerState: { status: OfferStatus; sold: Wh }
  /** The offer's retailer holds the role and is not suspended. */
  retailerAdmitted: boolean
  /** Published settlement periods. */
  calendar: readonly { start: number }[]
  /** Null if the meter is not registered. */
  supplyPoint: SupplyPoint | null
  /** The consumer's next nonce for the key of these terms. */
  nextNonce: bigint
  /** Null while nothing has been signed. */
  signatureValid: boolean | null
  free: Micro
  /** Signing runs again at this instant; zero or past if it runs now. */
  pausedUntil: number
}

export interface SigningFacts extends TakingFacts {
  /** The agreement that supplies the meter or will, if any. */
  supplying: Hex | null
}

type Check = (facts: TakingFacts) => Refusal | null

export function canSign(facts: SigningFacts): Decision<Deposit> {
  const { terms, supplying } = facts
  const { meterId, replaces: agreementId } = terms
  if (supplying) return refuse('MeterAlreadySupplied', { meterId, agreementId: supplying })
  if (!sameHex(agreementId, ZERO_HASH)) return refuse('NotSupplying', { meterId, agreementId, supplying: ZERO_HASH })
  return canTake(facts)
}

/** Everything but which agreement supplies the meter until then. Mirrors AgreementBook._sign after the start. */
export function canTake(facts: TakingFacts): Decision<Deposit> {
  for (const check of [checkStart, checkActivity, checkOffer, checkSupplyPoint, checkIntent, checkSale]) {
    const refusal = check(facts)
    if (refusal) return { ok: false, refusal }
  }
  const due = deposit(facts.terms.contracted, facts.offer.deposit)
  if (facts.free < due.amount) {
    return refuse('InsufficientFree', { account: facts.terms.consumer, needed: due.amount, free: facts.free })
  }
  return ok(due)
}

const checkStart: Check = ({ now, terms, calendar }) => boundaryRefusal(terms.start, now, calendar)

const checkActivity: Check = ({ now, pausedUntil }) =>
  now < pausedUntil
    ? named('ActivityPaused', { activity: BigInt(codeOf(ACTIVITIES, 'Signing')), until: BigInt(pausedUntil) })
    : null

const checkOffer: Check = ({ now, terms, offerId, offer, retailerAdmitted }) => {
  if (!sameHex(offerId, terms.offerId)) return named('OfferMismatch', { signed: terms.offerId, given: offerId })
  if (now < offer.validFrom) return named('OfferNotYetValid', { validFrom: BigInt(offer.validFrom) })
  if (now >= offer.validUntil) return named('OfferExpired', { validUntil: BigInt(offer.validUntil) })
  if (retailerAdmitted) return null
  return named('NotMember', { account: offer.retailer, role: BigInt(codeOf(ROLES, 'Retailer')) })
}

const checkSupplyPoint: Check = ({ terms, offer, supplyPoint }) => {
  const { meterId, consumer, offerId } = terms
  if (!supplyPoint) return named('MeterUnknown', { meterId })
  if (!sameHex(supplyPoint.holder, consumer)) return named('NotMeterHolder', { consumer, holder: supplyPoint.holder })
  if (!inReach(offer, supplyPoint)) return named('OfferOutOfReach', { offerId, meterId })
  return contractedTooMuch(terms, supplyPoint)
}

/** The tariff book's longest period is 32 days. */
const LONGEST_PERIOD_HOURS = 32n * 24n

/** Wh: what a connection can carry in the longest period; may be more than fits a month's width. Mirrors TermLib.possibleMonth. */
export function possibleMonth(capacity: Watt): bigint {
  return capacity * LONGEST_PERIOD_HOURS
}

/** No month may be contracted at more than the connection can carry. */
function contractedTooMuch({ contracted }: Terms, { capacity }: SupplyPoint): Refusal | null {
  const possible = possibleMonth(capacity)
  const month = contracted.findIndex((energy) => energy > possible)
  if (month < 0) return null
  return named('ContractedTooMuch', { month: BigInt(month), contracted: contracted[month] ?? 0n, possible })
}

/** An offer is made for one region, voltage class and customer class. */
export function inReach(
  offer: Pick<Offer, 'region' | 'voltageClass' | 'customerClass'>,
  point: Omit<SupplyPoint, 'holder' | 'capacity'>,
): boolean {
  return (
    point.region === offer.region &&
    point.voltageClass === offer.voltageClass &&
    point.customerClass === offer.customerClass
  )
}

const checkIntent: Check = ({ now, terms, nextNonce, signatureValid }) => {
  const account = terms.consumer
  if (now > terms.expiry) return named('IntentExpired', { expiry: BigInt(terms.expiry) })
  if (terms.nonce !== nextNonce) return named('InvalidAccountNonce', { account, currentNonce: nextNonce })
  return signatureValid === false ? named('SignatureInvalid', { account }) : null
}

const checkSale: Check = ({ terms, offer, offerState }) => {
  const { offerId } = terms
  const { capacity } = offer
  if (offerState.status === 'Unknown') return named('OfferUnknown', { offerId })
  if (offerState.status === 'Withdrawn') return named('OfferIsWithdrawn', { offerId })
  const { yearly } = deposit(terms.contracted, offer.deposit)
  const soldOut = capacity !== 0n && offerState.sold + yearly > capacity
  return soldOut ? named('OfferSoldOut', { offerId, capacity, wanted: yearly }) : null
}

function named(name: string, facts: Refusal['facts']): Refusal {
  return { name, facts }
}
