/** Years in numbers, what offers are priced with and written to, and what comes out of them. */
import { watt, wh, type Wh } from '../../units/units'
import { bandFor, type BandCells, type BandFor } from './band-cells'
import { cellsOfYears, costCells, type CostCells, type UseCells } from './cost-cells'
import { EXACT_LIMIT } from './exact-numbers'
import type { MonthCost, OfferCost } from './offer-cost'
import type { YearTerms } from './price-year'
import { LEVELS, TAIL, type ComparedYears, type YearCosts } from './year-costs'
import { YEAR_MONTHS } from './year-days'

const WH_PER_KWH = 1_000

/** Made once for all offers that are priced by the same tables. */
export interface NumberYears {
  cells: CostCells
  even: CostCells
  evenUsed: number
  band: BandFor
  terms: YearTerms
  ids: readonly string[]
  years: number
  /** Slots and years to write in; what is in them belongs to the last offer. */
  scratch: Scratch
}

interface Scratch {
  cost: Float64Array
  energy: Float64Array
  excess: Float64Array
  shortfall: Float64Array
  even: Float64Array
  totals: Float64Array
  premiums: Float64Array
  shortfalls: Float64Array
  sorted: Float64Array
}

/** @param use Of all years that are compared, levels first. */
export function numberYears(use: UseCells, years: ComparedYears, terms: YearTerms): NumberYears {
  const count = use.slots / YEAR_MONTHS
  const even = years.even.map((month) => ({ ...month, maxDemand: watt(0n) }))
  const of = (size: number) => new Float64Array(size)
  return {
    cells: costCells(use, terms.tables),
    even: costCells(cellsOfYears([even], 0n), terms.tables),
    evenUsed: Number(years.even.reduce((sum, { used }) => sum + used, 0n)),
    band: bandFor(use, terms.tables, terms.contracted),
    terms,
    ids: years.levels[0]?.map(({ id }) => id) ?? [],
    years: count,
    scratch: {
      ...{ cost: of(use.slots), energy: of(use.slots), excess: of(use.slots), shortfall: of(use.slots) },
      ...{ totals: of(count), premiums: of(count), shortfalls: of(count), sorted: of(count - LEVELS.length) },
      even: of(YEAR_MONTHS),
    },
  }
}

/* RESULT */

/** From what is in the scratch now: null where a sum was not exact. */
export function shownCosts(
  years: NumberYears,
  { band, headline }: { band: BandCells; headline: number },
): YearCosts | null {
  const { totals, premiums, shortfalls, sorted } = years.scratch
  const [at100 = 0, at85 = 0, at115 = 0] = totals
  const scenarios = sorted.length
  let [sum, premium, shortfall] = [0, 0, 0]
  for (let year = LEVELS.length; year < years.years; year++) {
    sorted[year - LEVELS.length] = totals[year] ?? 0
    sum += totals[year] ?? 0
    premium += premiums[year] ?? 0
    shortfall += shortfalls[year] ?? 0
  }
  const used = usedIn(years)
  if (!(Math.max(sum, at100 * WH_PER_KWH, used) < EXACT_LIMIT)) return null
  sorted.sort()
  const likely = Math.floor(sum / scenarios)
  const tail = Math.floor(scenarios / TAIL)
  const [low, high] = [sorted[tail] ?? likely, sorted[scenarios - 1 - tail] ?? likely]
  return {
    likely: money(likely),
    low: money(Math.min(low, likely)),
    high: money(Math.max(high, likely)),
    at85: money(at85),
    at100: money(at100),
    at115: money(at115),
    penalties: {
      excess: BigInt(Math.floor(premium / scenarios)) as OfferCost['penalties']['excess'],
      shortfall: money(Math.floor(shortfall / scenarios)),
    },
    months: years.ids.map((id, month) => monthCost(id, month, { years, band })),
    averagePrice: used === 0 ? null : (BigInt(Math.floor((at100 * WH_PER_KWH) / used)) as OfferCost['averagePrice']),
    headlinePrice: BigInt(headline) as OfferCost['headlinePrice'],
  }
}

function monthCost(id: string, month: number, { years, band }: { years: NumberYears; band: BandCells }): MonthCost {
  const { energy, excess, shortfall } = years.scratch
  const [charge, over, short] = [energy[month] ?? 0, excess[month] ?? 0, shortfall[month] ?? 0]
  const components = band.components[month] ?? 0
  return {
    id,
    used: BigInt(years.cells.used[month] ?? 0) as Wh,
    contracted: years.terms.contracted[month] ?? wh(0n),
    energy: money(charge),
    components: money(components),
    excess: money(over),
    shortfall: money(short),
    total: money(charge + components + over + short),
  }
}

function usedIn({ cells }: NumberYears): number {
  let sum = 0
  for (let month = 0; month < YEAR_MONTHS; month++) sum += cells.used[month] ?? 0
  return sum
}

/** A whole number of Micro that was checked to be one. */
function money(value: number): OfferCost['likely'] {
  return BigInt(value) as OfferCost['likely']
}
