/**
 * What every offer would have cost somebody in a year, from the year's calendar cells. Pure and client-safe: it runs in a worker
 * thread of the browser. The use is bucketed once (use-history.ts), the year and its scenarios are added up from days, and each offer
 * is priced from 12 × 5 cells by the rules of settlement: in numbers where that is exact (number-costs.ts), else in bigints.
 */
import { IndexCostMissing } from '../formulas/index-linked'
import { wh, type Watt, type Wh } from '../../units/units'
import type { CompareInput, ComparedOffer, UseYear } from './compared'
import { cellsOfYears, type UseCells } from './cost-cells'
import { eligibility } from './eligibility'
import { evenMonths } from './headline'
import { cellsOf, highestDemand, monthsOf, yearOfUse } from './month-cells'
import { numberCostsOf } from './number-costs'
import { numberYears } from './number-years'
import type { Comparison, MonthCost, Obstacle, OfferCost, UnpricedOffer, Warning } from './offer-cost'
import { priceYear, type YearTerms } from './price-year'
import { publishedFor, type PublishedMonths } from './published-months'
import { headlineWarnings } from './headline-warnings'
import { scenariosOf, type Scenarios } from './scenarios'
import { exactCosts, LEVELS, type ComparedYears, type YearCosts } from './year-costs'

export function compareOffers(offers: readonly ComparedOffer[], input: CompareInput): Comparison {
  const prepared = prepare(input)
  const { year, scenarios, contracted } = prepared
  const pricerFor = pricers(input, prepared)
  const obstaclesOf = eligibility({ point: input.point, now: input.now, contracted })
  const facts = { year, point: input.point, capacity: prepared.capacity }
  const costs: OfferCost[] = []
  const unpriced: UnpricedOffer[] = []
  for (const compared of offers) {
    const pricer = pricerFor(compared)
    if (!pricer) {
      const { region, voltageClass } = compared.offer
      unpriced.push({ id: compared.id, reason: { name: 'TariffMissing', region, voltageClass } })
      continue
    }
    try {
      costs.push(costOf(compared, pricer.costs(compared), obstaclesOf(compared), facts))
    } catch (error) {
      unpriced.push({ id: compared.id, reason: { name: reasonOf(error) } })
    }
  }
  const warnings = headlineWarnings(costs)
  return {
    ...{ year, contracted, range: scenarios.range, borrowed: pricerFor.borrowed() },
    costs: costs.map((cost) => withWarning(cost, warnings.get(cost.id))),
    unpriced,
  }
}

/** Bills of the year at 100 % under an offer that was priced: the sum of their totals is `at100`. */
export function monthCostsOf(compared: ComparedOffer, input: CompareInput): readonly MonthCost[] {
  const { year, contracted, capacity } = prepare(input)
  const published = publishedFor(input.market, year.months)(compared.offer)
  if (!published) throw new RangeError(`${compared.id} has no published prices`)
  const terms = { tables: published.tables, contracted: agreedIn(year, contracted), capacity }
  return priceYear(compared, year.months, terms).months
}

interface Prepared {
  scenarios: Scenarios
  year: UseYear
  years: ComparedYears
  numbers: UseCells
  /** January first. */
  contracted: readonly Wh[]
  capacity: Watt
}

function prepare(input: CompareInput): Prepared {
  const { use, market, point } = input
  const scenarios = scenariosOf(use, input.scenarios)
  const year = yearOfUse(use, scenarios.year)
  const own = cellsOf(use, scenarios.year)
  const capacity = point.capacity ?? highestDemand(year.months)
  const cells = [
    ...LEVELS.map((percent) => ({ cells: own, percent })),
    ...scenarios.cells.map((drawn) => ({ cells: drawn, percent: 100 })),
  ]
  return {
    ...{ scenarios, year, capacity, numbers: cellsOfYears(cells, capacity) },
    years: {
      months: year.months,
      drawn: () => scenarios.cells.map((drawn) => monthsOf(year.months, drawn)),
      even: evenMonths(year.months, market),
    },
    contracted: input.contracted ?? contractedAsUsed(year),
  }
}

function contractedAsUsed({ months }: UseYear): Wh[] {
  return months.map((_, index) => months.find(({ id }) => monthIndex(id) === index)?.used ?? wh(0n))
}

/** Month by month of the year, which need not start in January. */
function agreedIn({ months }: UseYear, contracted: readonly Wh[]): Wh[] {
  return months.map(({ id }) => contracted[monthIndex(id)] ?? wh(0n))
}

/** January is 0. */
function monthIndex(id: string): number {
  return Number(id.slice(5)) - 1
}

interface Pricer {
  costs(compared: ComparedOffer): YearCosts
}

/** Everything that offers of one region and voltage class have in common is made once. */
function pricers({ market }: CompareInput, { year, years, numbers: use, contracted, capacity }: Prepared) {
  const published = publishedFor(market, year.months)
  const agreed = agreedIn(year, contracted)
  const made = new Map<PublishedMonths, Pricer>()
  const pricerFor = ({ offer }: ComparedOffer): Pricer | null => {
    const months = published(offer)
    if (!months) return null
    const known = made.get(months)
    if (known) return known
    const terms: YearTerms = { tables: months.tables, contracted: agreed, capacity }
    const numbers = numberYears(use, years, terms)
    const pricer: Pricer = {
      costs: (compared) => numberCostsOf(compared, numbers) ?? exactCosts(compared, years, terms),
    }
    made.set(months, pricer)
    return pricer
  }
  pricerFor.borrowed = () => [...made.keys()].flatMap(({ borrowed }) => borrowed)
  return pricerFor
}

function costOf(
  compared: ComparedOffer,
  costs: YearCosts,
  obstacles: readonly Obstacle[],
  facts: WarningFacts,
): OfferCost {
  // Written out: spreading takes most of the time of a thousand offers.
  return {
    id: compared.id,
    likely: costs.likely,
    low: costs.low,
    high: costs.high,
    at85: costs.at85,
    at100: costs.at100,
    at115: costs.at115,
    penalties: costs.penalties,
    averagePrice: costs.averagePrice,
    headlinePrice: costs.headlinePrice,
    exitFee: compared.offer.exitFee,
    greenShare: compared.offer.green,
    warnings: ownWarnings(compared, facts),
    obstacles,
  }
}

interface WarningFacts {
  year: UseYear
  point: CompareInput['point']
  capacity: Watt
}

const NO_WARNINGS: readonly Warning[] = []

function ownWarnings({ pricing }: ComparedOffer, { year, point, capacity }: WarningFacts): readonly Warning[] {
  if (pricing.formula !== 'Demand') return NO_WARNINGS
  if (pricing.params.basis === 'MaxDemand') {
    const { daily } = year.basis
    return daily > 0 ? [{ name: 'DemandUncertain', days: daily }] : NO_WARNINGS
  }
  return point.capacity === null ? [{ name: 'CapacityUnknown', assumed: capacity }] : NO_WARNINGS
}

function withWarning(cost: OfferCost, warning: Warning | undefined): OfferCost {
  return warning ? { ...cost, warnings: [warning, ...cost.warnings] } : cost
}

/** What cannot be priced is said, under the contract's name; anything else is a surprise. */
function reasonOf(error: unknown): 'IndexCostMissing' | 'LineOverflow' {
  if (error instanceof IndexCostMissing) return 'IndexCostMissing'
  if (error instanceof RangeError) return 'LineOverflow'
  throw error
}
