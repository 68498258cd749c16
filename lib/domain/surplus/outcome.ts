/** Whether lots or bids at a price get all, a part or nothing of what they ask for: what anybody can tell of a result. */
import type { Side } from './book'
import type { Clearing } from './clear'
import type { Tick } from './tick'

export type Outcome = 'all' | 'part' | 'none'

/** At the price itself one side shares what is left for it, and the other gets all. */
export function levelOutcome(side: Side, at: Tick, { price, lotsShare, offered, shared }: Clearing): Outcome {
  const gain = side === 'bids' ? at - price : price - at
  if (gain !== 0n) return gain > 0n ? 'all' : 'none'
  const shares = lotsShare === (side === 'lots')
  if (!shares || shared === offered) return 'all'
  return shared === 0n ? 'none' : 'part'
}
