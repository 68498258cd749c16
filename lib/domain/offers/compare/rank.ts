/** Offers in an order, and some of them: for lists. Whatever is equal stays in the order it came in. */
import type { Hex } from '../../units/hex'
import type { Bps, Micro } from '../../units/units'
import type { FormulaName } from '../formulas/registry'
import type { ComparedOffer } from './compared'
import type { OfferCost, Warning } from './offer-cost'

/* ORDER */

export const SORT_KEYS = [
  ...(['likely', 'low', 'high', 'at85', 'at100', 'at115'] as const),
  ...(['spread', 'penalties', 'averagePrice', 'headlinePrice', 'exitFee', 'greenShare'] as const),
] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Order {
  by: SortKey
  descending?: boolean
}

/** What has no value comes last, whichever way. */
export function sortedCosts(costs: readonly OfferCost[], { by, descending = false }: Order): OfferCost[] {
  const sign = descending ? -1 : 1
  return [...costs].sort((a, b) => {
    const [one, other] = [valueOf(a, by), valueOf(b, by)]
    if (one === other) return 0
    if (one === null) return 1
    if (other === null) return -1
    return one < other ? -sign : sign
  })
}

function valueOf(cost: OfferCost, by: SortKey): bigint | null {
  if (by === 'spread') return cost.high - cost.low
  if (by === 'penalties') return cost.penalties.excess + cost.penalties.shortfall
  return cost[by]
}

/* CHOICE */

export interface CostFilter {
  /** Only offers that can be signed now. */
  eligible?: boolean
  formulas?: readonly FormulaName[]
  retailers?: readonly string[]
  greenAtLeast?: Bps
  exitFeeAtMost?: Micro
  termAtMost?: number
  withoutWarnings?: boolean
}

export function filteredCosts(
  costs: readonly OfferCost[],
  offers: ReadonlyMap<Hex, Pick<ComparedOffer, 'offer' | 'pricing'>>,
  filter: CostFilter,
): OfferCost[] {
  const retailers = filter.retailers?.map((retailer) => retailer.toLowerCase())
  return costs.filter((cost) => {
    const compared = offers.get(cost.id)
    if (!compared) throw new RangeError(`no offer ${cost.id}`)
    const { offer, pricing } = compared
    return (
      (!filter.eligible || cost.obstacles.length === 0) &&
      (filter.formulas?.includes(pricing.formula) ?? true) &&
      (retailers?.includes(offer.retailer.toLowerCase()) ?? true) &&
      cost.greenShare >= (filter.greenAtLeast ?? 0n) &&
      (filter.exitFeeAtMost === undefined || cost.exitFee <= filter.exitFeeAtMost) &&
      (filter.termAtMost === undefined || offer.termPeriods <= filter.termAtMost) &&
      (!filter.withoutWarnings || cost.warnings.length === 0)
    )
  })
}

/* WARNING */

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
