/** The part of a month's contracted energy that is billed when supply begins or ends within it. Mirrors TermLib.prorated. */
import { mulDivDown, wh, type Wh } from '../units/units'

/** Rounded down: nobody is held to the dust. Vectors: proration.json. */
export function prorated(contracted: Wh, elapsedSeconds: bigint, wholeSeconds: bigint): Wh {
  return wh(mulDivDown(contracted, elapsedSeconds, wholeSeconds))
}
