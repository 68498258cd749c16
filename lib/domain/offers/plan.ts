/**
 * A retail plan as its lines, each priced and rounded by itself: any offer of any market, written down. A market offer
 * (offer.ts) is a plan whose energy lines are priced under the market's rules as well.
 */
import type { Watt, Wh } from '../units/units'
import type { BilledOffer, BilledTariff } from '../billing/bill'
import type { TariffTable } from '../tariffs/table'
import type { Pricing } from './formulas/registry'
import type { RuleBasis } from './offer'
import type { PlanCalendar } from './plan-calendar'
import type { PriceSeries } from './price-series'

/** A ratio in billionths: fine enough for a tax rate, exact for every decimal a file may hold. */
export type Billionths = bigint & { readonly unit: 'ppb' }
export const RATIO_ONE = 1_000_000_000n

/**
 * A price of a plan, in millionths of a Micro per kWh, kW, day or month: published tariffs have more decimals than the
 * market counts, and a line rounds once, at its end.
 */
export type PlanPrice = bigint & { readonly unit: 'µµ' }
export const PRICE_ONE = 1_000_000n

export type Direction = 'import' | 'export'

/** One period of a calendar: the line counts only what falls into it. */
export interface During {
  calendar: PlanCalendar
  period: string
}

/** Up to and including `upTo` (null: without end) at one price. In Wh and per kWh, or W and per kW. */
export interface Tier {
  upTo: bigint | null
  price: PlanPrice
}

export const TIER_PERIODS = ['day', 'month', 'quarter', 'year'] as const
/** How long a tier counts before it starts again: local days, months, calendar quarters and calendar years. */
export type TierPeriod = (typeof TIER_PERIODS)[number]

interface Named {
  /** Unique in the plan: taxes and the market name lines by it. */
  name: string
}
interface Metered extends Named {
  direction: Direction
  during: During | null
}

export interface FixedLine extends Named {
  kind: 'fixed'
  price: PlanPrice
  per: 'day' | 'month' | 'year'
}
export interface EnergyLine extends Metered {
  kind: 'energy'
  price: PlanPrice
}
export interface TimeOfUseLine extends Named {
  kind: 'timeOfUse'
  direction: Direction
  calendar: PlanCalendar
  /** In the order of the calendar's periods. */
  prices: readonly PlanPrice[]
}
export interface TieredLine extends Metered {
  kind: 'tiers'
  per: TierPeriod
  tiers: readonly Tier[]
}
export interface DemandLine extends Named {
  kind: 'demand'
  per: 'day' | 'month'
  /** Seconds over which demand is averaged; null: one interval. */
  averagedOver: number | null
  tiers: readonly Tier[]
  during: During | null
}
export interface SeriesLine extends Metered {
  kind: 'series'
  series: PriceSeries
  factor: Billionths
  adder: PlanPrice
  floor: PlanPrice | null
  cap: PlanPrice | null
}
/** A rate on amounts as they stand on the bill. Negative: a discount. */
export interface TaxLine extends Named {
  kind: 'tax'
  rate: Billionths
  on: readonly string[]
}

/** A price formula of the market by its name and parameters. It prices the offer of market rules and nothing else. */
export interface FormulaLine extends Named {
  kind: 'formula'
  pricing: Pricing
}

export type EnergyPart = EnergyLine | TimeOfUseLine | TieredLine | DemandLine | SeriesLine
export type PlanLine = FixedLine | EnergyPart | FormulaLine | TaxLine

/** The market's rules over the lines that make up the offer's energy price. */
export interface MarketPlan {
  offer: BilledOffer & { deviation: { ruleBasis: RuleBasis } }
  /** Names of the lines that are the offer's price formula: their costs add up before the market's rules apply. */
  energy: readonly string[]
  /** Tells the registers apart: its periods are named after them. Null: all energy counts on the flat register. */
  calendar: PlanCalendar | null
  /** Contracted capacity of the connection, for formulas that charge for it. */
  capacity: Watt
}

export interface Plan {
  name: string
  timeZone: string
  currency: string
  lines: readonly PlanLine[]
  market: MarketPlan | null
}

/** What the exchange publishes for months from `from` to `to`, both included, written YYYY-MM. */
export interface PlanTariff extends BilledTariff, Pick<TariffTable, 'index'> {
  from: string
  to: string
}

/** Contracted energy of a month written YYYY-MM. */
export type ContractedEnergy = (month: string) => Wh | undefined
