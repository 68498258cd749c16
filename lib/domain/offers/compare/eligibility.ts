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

export function obstaclesOf(
  { offer, withdrawn, sold }: ComparedOffer,
  { point, now, contracted }: EligibilityFacts,
): Obstacle[] {
  const obstacles: Obstacle[] = PARTS.filter((part) => point[part] !== null && point[part] !== offer[part]).map(
    (part) => ({ name: 'OfferOutOfReach', part }),
  )
  if (now < offer.validFrom) obstacles.push({ name: 'OfferNotYetValid', validFrom: offer.validFrom })
  if (now >= offer.validUntil) obstacles.push({ name: 'OfferExpired', validUntil: offer.validUntil })
  if (withdrawn) obstacles.push({ name: 'OfferIsWithdrawn' })
  const wanted = sumWh(contracted)
  if (offer.capacity !== 0n && sold + wanted > offer.capacity)
    obstacles.push({ name: 'OfferSoldOut', capacity: offer.capacity, wanted })
  const tooMuch = point.capacity === null ? null : contractedTooMuch(contracted, possibleMonth(point.capacity))
  return tooMuch ? [...obstacles, tooMuch] : obstacles
}

function contractedTooMuch(contracted: readonly Wh[], possible: bigint): Obstacle | null {
  const month = contracted.findIndex((energy) => energy > possible)
  const energy = contracted[month]
  return energy === undefined ? null : { name: 'ContractedTooMuch', month: month + 1, contracted: energy, possible }
}
