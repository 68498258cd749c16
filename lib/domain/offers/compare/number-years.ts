/** Years in numbers, what offers are priced with and written to, and what comes out of them. */
import { NOT_ATTESTED } from '../determinants'
import { bandFor, type BandFor } from './band-cells'
import { closingsFor, type ClosingsFor } from './closings'
import { costCells, type CostCells, type UseCells } from './cost-cells'
import { EXACT_LIMIT, moneyOf } from './exact-numbers'
import type { EvenMonth } from './headline'
import type { OfferCost } from './offer-cost'
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
  closings: ClosingsFor
  terms: YearTerms
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
  const of = (size: number) => new Float64Array(size)
  return {
    cells: costCells(use, terms.tables),
    even: costCells(evenCells(years.even), terms.tables),
    evenUsed: years.even.reduce((sum, { used }) => sum + Number(used), 0),
    band: bandFor(use, terms.tables, terms.contracted),
    closings: closingsFor(terms.contracted),
    terms,
    years: count,
    scratch: {
      ...{ cost: of(use.slots), energy: of(use.slots), excess: of(use.slots), shortfall: of(use.slots) },
      ...{ totals: of(count), premiums: of(count), shortfalls: of(count), sorted: of(count - LEVELS.length) },
      even: of(YEAR_MONTHS),
    },
  }
}

function evenCells(months: readonly EvenMonth[]): UseCells {
  return {
    ...{ slots: months.length, capacity: 0, maxDemand: new Float64Array(months.length) },
    registers: Float64Array.from(months.flatMap(({ registers }) => registers.map(Number))),
    used: Float64Array.from(months, ({ used }) => Number(used)),
    indexCost: Float64Array.from(months, ({ indexCost }) =>
      indexCost === NOT_ATTESTED ? Number.NaN : Number(indexCost),
    ),
  }
}

/* RESULT */

/** From what is in the scratch now: null where a sum was not exact. */
export function shownCosts(years: NumberYears, headline: number): YearCosts | null {
  const { totals, premiums, shortfalls, sorted } = years.scratch
  const scenarios = sorted.length
  let sum = 0
  let premium = 0
  let shortfall = 0
  for (let year = LEVELS.length; year < years.years; year++) {
    sorted[year - LEVELS.length] = totals[year] ?? 0
    sum += totals[year] ?? 0
    premium += premiums[year] ?? 0
    shortfall += shortfalls[year] ?? 0
  }
  const at100 = totals[0] ?? 0
  const used = usedIn(years)
  if (!(Math.max(sum, at100 * WH_PER_KWH, used) < EXACT_LIMIT)) return null
  sortFew(sorted)
  const likely = Math.floor(sum / scenarios)
  const tail = Math.floor(scenarios / TAIL)
  return {
    likely: moneyOf(likely),
    low: moneyOf(Math.min(sorted[tail] ?? likely, likely)),
    high: moneyOf(Math.max(sorted[scenarios - 1 - tail] ?? likely, likely)),
    at85: moneyOf(totals[1] ?? 0),
    at100: moneyOf(at100),
    at115: moneyOf(totals[2] ?? 0),
    penalties: {
      excess: BigInt(Math.floor(premium / scenarios)) as OfferCost['penalties']['excess'],
      shortfall: moneyOf(Math.floor(shortfall / scenarios)),
    },
    averagePrice: used === 0 ? null : (BigInt(Math.floor((at100 * WH_PER_KWH) / used)) as OfferCost['averagePrice']),
    headlinePrice: BigInt(headline) as OfferCost['headlinePrice'],
  }
}

/** By insertion: scenarios are few, and a typed array's own sort takes longer to call. */
function sortFew(values: Float64Array): void {
  for (let from = 1; from < values.length; from++) {
    const value = values[from] ?? 0
    let place = from
    for (; place > 0 && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0
    values[place] = value
  }
}

function usedIn({ cells }: NumberYears): number {
  let sum = 0
  for (let month = 0; month < YEAR_MONTHS; month++) sum += cells.used[month] ?? 0
  return sum
}
