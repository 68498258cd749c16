/** What an offer would cost somebody, as plain data. What it is computed from is in compared.ts. */
import type { Hex } from '../../units/hex'
import type { Bps, Micro, MicroPerKwh, SignedMicro, SignedMicroPerKwh, Watt, Wh } from '../../units/units'
import type { RuleBasis } from '../offer'
import type { UseYear } from './compared'

/** A month's bill, from its lines. Made for one offer at a time: `monthCostsOf` (compare.ts). */
export interface MonthCost {
  /** YYYY-MM. */
  id: string
  used: Wh
  contracted: Wh
  /** The energy line, the retailer's service fee included. */
  energy: Micro
  /** Network, losses, system operation, funds, cross-subsidy. */
  components: Micro
  /** Lines Excess and AnnualExcess: what is billed for energy above the band. */
  excess: Micro
  /** Lines ShortfallPenalty and AnnualShortfall. */
  shortfall: Micro
  total: Micro
}

/** Why an offer cannot be taken. The names of refusals are those of AgreementBook.sign. */
export type Obstacle =
  | { name: 'OfferOutOfReach'; part: 'customerClass' | 'region' | 'voltageClass' }
  | { name: 'OfferNotYetValid'; validFrom: number }
  | { name: 'OfferExpired'; validUntil: number }
  | { name: 'OfferIsWithdrawn' }
  | { name: 'OfferSoldOut'; capacity: Wh; wanted: Wh }
  | { name: 'ContractedTooMuch'; /** 1–12. */ month: number; contracted: Wh; possible: bigint }

/** What somebody should know before an offer's price convinces them. */
export type Warning =
  /** Cheap by the advertised price, dear for this use: see headline-warnings.ts for the rule. Ranks start at 1, of `of` offers. */
  | { name: 'CheapHeadline'; headlineRank: number; costRank: number; of: number; above: Micro }
  /** Some days are known as a total only, and the offer charges for the highest demand. */
  | { name: 'DemandUncertain'; days: number }
  /** The connection's capacity is not known, and the offer charges for it. */
  | { name: 'CapacityUnknown'; assumed: Watt }

export interface OfferCost {
  id: Hex
  /** A year's expected cost: the mean over the scenarios, rounded down. Deviation penalties included. */
  likely: Micro
  /** The scenario below which one in ten lies, and the one above which one in ten lies. Never on the wrong side of `likely`. */
  low: Micro
  high: Micro
  /** The year's use as it is, times 85 %, 100 % and 115 %, with the contracted energy held. */
  at85: Micro
  at100: Micro
  at115: Micro
  /** What deviation adds to the expected cost: means over the scenarios, parts of `likely`. */
  penalties: {
    /**
     * What energy above the band costs beyond what it would have cost inside. Below zero where the offer is dearer than the
     * reference price.
     */
    excess: SignedMicro
    shortfall: Micro
  }
  /** `at100` for each kWh; null if nothing is used. */
  averagePrice: MicroPerKwh | null
  /** Energy price that an advertisement would show: see headline.ts. */
  headlinePrice: SignedMicroPerKwh
  /** Due when leaving before the term ends; no part of the costs. */
  exitFee: Micro
  greenShare: Bps
  warnings: readonly Warning[]
  obstacles: readonly Obstacle[]
}

/** An offer without a cost, and why. */
export interface UnpricedOffer {
  id: Hex
  reason: /** Nothing is published for its region and voltage class. */
    | { name: 'TariffMissing'; region: number; voltageClass: number }
    /** It follows the interval index, which does not cover the use. */
    | { name: 'IndexCostMissing' }
    /** Its parameters cannot be priced, or a bill would not fit. */
    | { name: 'LineOverflow' }
}

/** Where low, likely and high come from. */
export interface RangeBasis {
  /** `years`: years of the data. `weeks`: weeks of the same season, drawn again and again. `none`: less than four weeks of data. */
  method: 'years' | 'weeks' | 'none'
  scenarios: number
  /** For the same data and seed the same scenarios come out. */
  seed: bigint
  /** Measured days that they are made from. */
  days: number
}

/** A month priced by a table that is not its own, because that is not published. */
export interface BorrowedTable {
  month: string
  /** Month of the table. */
  from: string
}

export interface Comparison {
  year: UseYear
  /** Energy that is taken as agreed, January first. */
  contracted: readonly Wh[]
  range: RangeBasis
  borrowed: readonly BorrowedTable[]
  /** In the order of the offers. */
  costs: readonly OfferCost[]
  unpriced: readonly UnpricedOffer[]
}

/** The two sides that contracted energy balances, over the period that the band holds for. Means over the scenarios, rounded down. */
export interface Balance {
  contracted: Wh
  expectedUse: Wh
  expectedShortfall: Micro
  /** What energy above the band costs beyond what it would have cost inside. */
  expectedExcess: SignedMicro
  /** How many of the scenarios use less than the band, and more. */
  below: number
  above: number
  /**
   * The newsvendor's quantile: of the scenarios outside the band, the share that should lie below it. One kWh more agreed costs the
   * shortfall price × lower edge in each scenario below, and saves the excess premium × upper edge in each above; at the least
   * expected cost the two are equal. Zero where excess energy costs nothing more, null where neither costs anything.
   */
  quantile: Bps | null
}

/** How much energy to agree on for one month. */
export interface SuggestedMonth {
  /** YYYY-MM. */
  id: string
  contracted: Wh
  /** Mean use over the scenarios, rounded down. */
  expectedUse: Wh
  /** Why: of the month, or of the contract year that the month closes; null in the other months of a contract year. */
  balance: Balance | null
}

export interface Suggestion {
  months: readonly SuggestedMonth[]
  /** The band holds for each month, or once for the year: then the year's energy is chosen and spread over the months as it is used. */
  basis: RuleBasis
  /** Expected cost of deviation over the year: with this energy, and with each month's expected use agreed on instead. */
  expected: SignedMicro
  expectedAtUse: SignedMicro
  /** In some month energy above the band costs less than energy inside it: the less is agreed on, the cheaper. */
  excessIsCheaper: boolean
  range: RangeBasis
}
