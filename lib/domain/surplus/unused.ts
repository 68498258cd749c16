/** Contracted energy that will likely not be used, of one agreement and delivery period: what may be offered for sale. */
import { wh, type Wh } from '../units/units'
import type { Traded } from './traded-agreement'

/** What is listed or sold already counts as gone, and what is bought as contracted. Never more than can be listed. */
export function unusedContracted(contracted: Wh, { listed, sold, bought }: Traded, likely: Wh): Wh {
  const unused = contracted + bought - sold - listed - likely
  const most = contracted - sold - listed
  const least = unused < most ? unused : most
  return wh(least > 0n ? least : 0n)
}
