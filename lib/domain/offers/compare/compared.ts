/**
 * What goes into a comparison: offers as the market has them, and somebody's use. What comes out is in offer-cost.ts.
 * Everything is plain data, so that it passes between a page and its worker as it is.
 */
import type { RegisterCalendar } from '../../metering/registers'
import type { RegisterValues } from '../../metering/register-values'
import type { TariffTable } from '../../tariffs/table'
import type { Hex } from '../../units/hex'
import type { SignedNano, Watt, Wh } from '../../units/units'
import type { Pricing } from '../formulas/registry'
import type { CustomerClass, Offer } from '../offer'

/* WHAT GOES IN */

/** An offer as the market has it. */
export interface ComparedOffer {
  id: Hex
  offer: Offer
  pricing: Pricing
  withdrawn: boolean
  /** Contracted energy of a year that has been sold of it, to hold against its capacity. */
  sold: Wh
}

/** The published index of each interval, in whole Micro per kWh. */
export interface IntervalIndex {
  /** First instant, UTC seconds; interval n starts `seconds` × n later. */
  start: number
  seconds: number
  /** As SignedMicroPerKwh. */
  prices: BigInt64Array
}

/** What the exchange publishes, and how its meters count. */
export interface ComparedMarket {
  timeZone: string
  /** Which register each local hour counts on. */
  calendar: RegisterCalendar
  /** Of any regions, voltage classes and months, in any order. */
  tables: readonly TariffTable[]
  /** Null: none is published, and offers that follow one cannot be priced. */
  index: IntervalIndex | null
  /** Seconds over which the market's meters average maximum demand; null: one interval of the data. */
  demandSeconds: number | null
}

/** Where the energy is used, as far as it is known. What is null is no obstacle. */
export interface ComparedPoint {
  customerClass: CustomerClass | null
  region: number | null
  voltageClass: number | null
  /** What the connection can carry. Null: offers that charge for it are priced by the highest demand of the year. */
  capacity: Watt | null
}

/* THE YEAR */

/** Where the days of a year come from. */
export interface YearBasis {
  /** Local months of the year, YYYY-MM, both included. */
  from: string
  to: string
  /** Days taken as they were measured. */
  measured: number
  /** Days that were measured a multiple of 52 weeks earlier or later. */
  shifted: number
  /** Days of a week like them, where the data has a hole or is shorter than a year. Above zero: the year is scaled up. */
  resampled: number
  /** Days of which only the total is known: their registers are spread evenly, and their demand is a mean. */
  daily: number
}

/** One settlement period of somebody's use: the calendar cells. */
export interface MonthUse {
  /** YYYY-MM. */
  id: string
  /** UTC seconds, [start, end). */
  start: number
  end: number
  registers: RegisterValues<Wh>
  used: Wh
  /** Not billed by an offer; shown to those who export. */
  exported: Wh
  maxDemand: Watt
  /** Σ energy × interval index; NOT_ATTESTED where the index does not cover the month. */
  indexCost: SignedNano
}

/** Twelve whole months, in order. */
export interface UseYear {
  months: readonly MonthUse[]
  basis: YearBasis
}

/**
 * All the data there is of somebody's use, counted once: local days by register. Made by `historyOfDays` (meter days, as files and
 * the interval store give them) or `historyOfRun`. Numbers are whole and below 2⁵³; three views of one day have the same place.
 */
export interface UseHistory {
  timeZone: string
  /** Days since 1 January 1970 on the wall calendar, increasing. A day with a hole is not here. */
  days: Int32Array
  /** Wh, five for each day in the order of REGISTERS. */
  registers: Float64Array
  /** Wh. */
  exported: Float64Array
  /** W. */
  maxDemand: Float64Array
  /** 1 where only the day's total is known. */
  daily: Uint8Array
  /** Nano: Σ energy × interval index; null where the index does not cover the day, or there is none. */
  indexCost: readonly (bigint | null)[]
}

/** What `compareOffers(offers, input)` and `suggestContracted(offer, input)` need besides the offers. */
export interface CompareInput {
  use: UseHistory
  market: ComparedMarket
  point: ComparedPoint
  /** UTC seconds: which offers can be signed. */
  now: number
  /** Energy to agree on, January first. Left out: each month's use of the year. */
  contracted?: readonly Wh[]
  /** Left out: 20 resampled years and a seed that is always the same. */
  scenarios?: { count: number; seed: bigint }
}
