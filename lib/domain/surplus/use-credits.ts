/**
 * What an owner may do with energy credits, judged as EnergyCredits judges it, so that a refusal comes before the wallet asks. What is
 * asked of the chain again when it is sent: a signature, a nonce, and whether an operator is still admitted.
 */
import { chargeAt } from '../billing/deviation'
import { ok, refuse, type Decision } from '../decision'
import type { Bps, Micro, MicroPerKwh, Wh } from '../units/units'
import { afterStorage } from './best-use'

export interface OwnedCredit {
  creditId: bigint
  kind: 'Exported' | 'Stored' | 'Usable'
  region: number
  /** Of the delivery period. */
  start: number
  /** Of stored energy. */
  expiry: number | null
  energy: Wh
}

export interface CreditsAsked {
  account: string
  energy: Wh
  /** Null: the account holds none of it. */
  credit: OwnedCredit | null
  creditId: bigint
}

export interface StorageTerms {
  id: number
  efficiency: Bps
  /** Seconds. */
  lifetime: number
  left: Wh
  closed: boolean
}

/** Expiries are whole hours, so that what is stored at about the same time is one credit. */
const EXPIRY_STEP_S = 3_600

/** What comes out, and until when it is kept. */
export interface Stored {
  energy: Wh
  expiry: number
}

export function canStore(
  asked: CreditsAsked,
  storage: { id: number; offer: StorageTerms | null },
  now: number,
): Decision<Stored> {
  const { energy, creditId, credit } = asked
  if (credit && credit.kind !== 'Exported') return refuse('CreditKindWrong', { creditId })
  const { id, offer } = storage
  if (!offer) return refuse('StorageUnknown', { storageId: BigInt(id) })
  // Closing an offer leaves no room in it.
  const left = offer.closed ? 0n : offer.left
  if (left < energy) return refuse('StorageFull', { storageId: BigInt(id), left })
  const out = afterStorage(energy, offer.efficiency)
  if (out === 0n) return refuse('EnergyZero')
  const held = holds(asked)
  return held.ok ? ok({ energy: out, expiry: expiryAfter(now, offer.lifetime) }) : held
}

/** Rounded up to the hour: the owner gains. Mirrors CreditLib.expiryAfter. */
export function expiryAfter(now: number, lifetime: number): number {
  return Math.ceil((now + lifetime) / EXPIRY_STEP_S) * EXPIRY_STEP_S
}

/** What is paid for it. Rounds down: the payer keeps the dust. */
export function canReturn(
  asked: CreditsAsked,
  place: { region: number; start: number; price: MicroPerKwh | null },
): Decision<Micro> {
  const { energy, creditId, credit } = asked
  if (credit && credit.kind !== 'Exported') return refuse('CreditKindWrong', { creditId })
  const { region, start, price } = place
  if (price === null) return refuse('FeedInUnknown', { region: BigInt(region), start: BigInt(start) })
  const held = holds(asked)
  return held.ok ? ok(chargeAt(energy, price)) : held
}

/** A voucher locks nothing; one for what is not there would only disappoint the charging point. */
export function canWriteVoucher(asked: CreditsAsked, until: number, now: number): Decision<null> {
  const { creditId, credit } = asked
  if (credit?.kind === 'Usable') return refuse('CreditKindWrong', { creditId })
  if (until <= now) return refuse('IntentExpired', { expiry: BigInt(until) })
  if (credit?.expiry && now >= credit.expiry)
    return refuse('StoredExpired', { creditId, expiry: BigInt(credit.expiry) })
  return holds(asked)
}

function holds({ account, energy, creditId, credit }: CreditsAsked): Decision<null> {
  if (energy === 0n) return refuse('EnergyZero')
  const held = credit?.energy ?? 0n
  return held < energy ? refuse('CreditsShort', { account, creditId, needed: energy, held }) : ok(null)
}
