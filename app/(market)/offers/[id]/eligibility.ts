import { inReach } from '@/lib/domain/agreements/can-sign'
import type { SupplyPoint } from '@/lib/domain/metering/meter'
import type { Offer } from '@/lib/domain/offers/offer'

/** Why a supply point cannot take an offer; null if it can. */
export type Obstacle = 'customerClass' | 'region' | 'voltageClass' | 'supplied'

type Reach = Pick<Offer, 'region' | 'voltageClass' | 'customerClass'>

export function obstacleOf(
  offer: Reach,
  point: Omit<SupplyPoint, 'holder' | 'capacity'>,
  supplied: boolean,
): Obstacle | null {
  if (supplied) return 'supplied'
  if (inReach(offer, point)) return null
  if (point.customerClass !== offer.customerClass) return 'customerClass'
  return point.region !== offer.region ? 'region' : 'voltageClass'
}
