/** Agreements as energy credits see them. */
import type { Terms } from '../agreements/terms'
import type { Hex } from '../units/hex'
import type { MicroPerKwh, Wh } from '../units/units'

export interface AgreementDue {
  id: Hex
  terms: Terms
  /** Null if the meter is another's by now. */
  region: number | null
  meterLabel: string | null
  /** Where a switch or a notice cuts its term; null if nothing does. */
  endsAt: number | null
  ended: boolean
  /** Credits that its next bills take. */
  due: Wh
}

export interface OwnDue extends AgreementDue {
  offerName: string
  /** On average; null if nobody can say. */
  energyPrice: MicroPerKwh | null
}
