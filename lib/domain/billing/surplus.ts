/** What surplus does to a bill. Mirrors SurplusLib. Vectors: surplus.json. */
import type { DeviationClause } from '../offers/offer'
import { wh, type Wh } from '../units/units'
import { monthOf } from './bill'

/** Contracted energy of an agreement and period that changed hands, and what its bill took of the credits that were due to it. */
export interface BilledSurplus {
  bought: Wh
  sold: Wh
  taken: Wh
}

export const NO_SURPLUS: BilledSurplus = { bought: wh(0n), sold: wh(0n), taken: wh(0n) }

/**
 * Contracted energy after what was bought and sold of it. Never below zero: a term that is cut within the period after a sale has
 * less contracted than it sold, and still its bill must come.
 */
export function moved(contracted: Wh, { bought, sold }: Pick<BilledSurplus, 'bought' | 'sold'>): Wh {
  const most = wh(contracted + bought)
  return wh(most < sold ? 0n : most - sold)
}

/** How much of what is due a bill takes: at most its direct energy. On annual basis all energy of a month is direct. */
export function usable(
  due: Wh,
  { contracted, used }: { contracted: Wh; used: Wh },
  clause: Pick<DeviationClause, 'lower' | 'upper' | 'ruleBasis'>,
): Wh {
  const { direct } = monthOf(contracted, used, clause)
  return due < direct ? due : direct
}
