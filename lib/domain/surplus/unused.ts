/** Contracted energy that will not be used. */
import { wh, type Wh } from '../units/units'

export interface UnusedFacts {
  contracted: Wh
  soFar: Wh
  /** By the end of the period, and if it turns out like the highest of the weeks before. */
  likely: Wh
  high: Wh
}

export interface Unused extends UnusedFacts {
  /** Likely left over at the end. */
  unused: Wh
  /** Left over even then: what can be sold without buying it back. */
  surely: Wh
}

export function unusedOf(facts: UnusedFacts): Unused {
  const left = (used: Wh) => wh(used < facts.contracted ? facts.contracted - used : 0n)
  return { ...facts, unused: left(facts.likely), surely: left(facts.high) }
}
