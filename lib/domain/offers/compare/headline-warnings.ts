/** Which of the compared offers look cheaper than they are for this use. */
import type { Hex } from '../../units/hex'
import type { Micro } from '../../units/units'
import type { OfferCost, Warning } from './offer-cost'

/** An offer is cheap by its headline within the first third, and dear from the second half on, or at a tenth above the cheapest. */
const CHEAP_PART = 3
const DEAR_PART = 2
const DEAR_ABOVE_PERCENT = 10n

/**
 * Offers that an advertisement would make look cheap and that are dear for this use: among those that can be taken, the headline
 * price is in the cheapest third, and the likely cost is in the dearer half or more than 10 % above the cheapest. A third and a half
 * leave room between them, so that an offer in the middle of both is not warned of; the tenth catches a market where most offers are
 * dear. Equal ones share the better rank. With fewer than three offers there is no third.
 */
export function headlineWarnings(costs: readonly OfferCost[]): ReadonlyMap<Hex, Warning> {
  const open = costs.filter(({ obstacles }) => obstacles.length === 0)
  const headlineRanks = ranks(open.map(({ headlinePrice }) => headlinePrice))
  const likely = open.map((cost) => cost.likely)
  const costRanks = ranks(likely)
  const cheapest = likely.reduce((least, cost) => (cost < least ? cost : least), likely[0] ?? (0n as Micro))
  const warnings = new Map<Hex, Warning>()
  for (const cost of open) {
    const headlineRank = headlineRanks.get(cost.headlinePrice) ?? 0
    if (headlineRank * CHEAP_PART > open.length) continue
    const costRank = costRanks.get(cost.likely) ?? 0
    const isDear = costRank * DEAR_PART > open.length || cost.likely * 100n > cheapest * (100n + DEAR_ABOVE_PERCENT)
    if (!isDear) continue
    const above = (cost.likely - cheapest) as Micro
    warnings.set(cost.id, { name: 'CheapHeadline', headlineRank, costRank, of: open.length, above })
  }
  return warnings
}

/** By value: the lowest has rank 1, and equal ones share the better rank. */
function ranks(values: readonly bigint[]): Map<bigint, number> {
  const found = new Map<bigint, number>()
  const ordered = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  for (let place = ordered.length - 1; place >= 0; place--) found.set(ordered[place] ?? 0n, place + 1)
  return found
}
