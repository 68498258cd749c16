/** Why somebody cannot take an offer, all reasons at once. The rules are those of AgreementBook.sign (agreements/can-sign.ts). */
import { possibleMonth } from '../../agreements/can-sign'
import { sumWh } from '../../metering/register-values'
import type { Wh } from '../../units/units'
import type { ComparedOffer, ComparedPoint } from './compared'
import type { Obstacle } from './offer-cost'

export interface EligibilityFacts {
  point: ComparedPoint
  now: number
  /** January first. */
  contracted: readonly Wh[]
}

const PARTS = ['customerClass', 'region', 'voltageClass'] as const
const NONE: readonly Obstacle[] = []

/** What is the same for all offers is found once. */
export function eligibility({
  point,
  now,
  contracted,
}: EligibilityFacts): (compared: ComparedOffer) => readonly Obstacle[] {
  const wanted = sumWh(contracted)
  const tooMuch = point.capacity === null ? null : contractedTooMuch(contracted, possibleMonth(point.capacity))
  return ({ offer, withdrawn, sold }) => {
    const obstacles: Obstacle[] = []
    for (const part of PARTS) {
      if (point[part] !== null && point[part] !== offer[part]) obstacles.push({ name: 'OfferOutOfReach', part })
    }
    if (now < offer.validFrom) obstacles.push({ name: 'OfferNotYetValid', validFrom: offer.validFrom })
    if (now >= offer.validUntil) obstacles.push({ name: 'OfferExpired', validUntil: offer.validUntil })
    if (withdrawn) obstacles.push({ name: 'OfferIsWithdrawn' })
    if (offer.capacity !== 0n && sold + wanted > offer.capacity)
      obstacles.push({ name: 'OfferSoldOut', capacity: offer.capacity, wanted })
    if (tooMuch) obstacles.push(tooMuch)
    return obstacles.length === 0 ? NONE : obstacles
  }
}

function contractedTooMuch(contracted: readonly Wh[], possible: bigint): Obstacle | null {
  const month = contracted.findIndex((energy) => energy > possible)
  const energy = contracted[month]
  return energy === undefined ? null : { name: 'ContractedTooMuch', month: month + 1, contracted: energy, possible }
}
