/**
 * What every offer would have cost somebody in a year, from the year's calendar cells. Pure and client-safe: it runs in a worker
 * thread of the browser. The use is bucketed once (use-history.ts), the year and its scenarios are added up from days, and each offer
 * is priced from 12 × 5 cells by the rules of settlement.
 */
import { IndexCostMissing } from '../formulas/index-linked'
import { divDown, micro, signedMicro, watt, wh, type Watt, type Wh } from '../../units/units'
import type { CompareInput, ComparedOffer, MonthUse, UseYear } from './compared'
import { obstaclesOf } from './eligibility'
import { evenMonths, headlinePrice } from './headline'
import { monthsOf, scaledMonth, yearOfUse } from './month-cells'
import type { Comparison, OfferCost, UnpricedOffer, Warning } from './offer-cost'
import { priceYear, type PricedYear, type YearTerms } from './price-year'
import { publishedFor } from './published-months'
import { headlineWarnings } from './rank'
import { scenariosOf, type Scenarios } from './scenarios'

const LEVELS = { at85: 85n, at100: 100n, at115: 115n } as const
const WH_PER_KWH = 1_000n

export function compareOffers(offers: readonly ComparedOffer[], input: CompareInput): Comparison {
  const prepared = prepare(input)
  const { year, published, scenarios, contracted } = prepared
  const costs: OfferCost[] = []
  const unpriced: UnpricedOffer[] = []
  const borrowed = new Map<string, Comparison['borrowed'][number]>()
  for (const offer of offers) {
    const tables = published(offer.offer)
    if (!tables) {
      const { region, voltageClass } = offer.offer
      unpriced.push({ id: offer.id, reason: { name: 'TariffMissing', region, voltageClass } })
      continue
    }
    for (const each of tables.borrowed) borrowed.set(`${each.month}/${each.from}`, each)
    try {
      costs.push(costOf(offer, tables.tables, input, prepared))
    } catch (error) {
      unpriced.push({ id: offer.id, reason: { name: reasonOf(error) } })
    }
  }
  const warnings = headlineWarnings(costs)
  return {
    year,
    contracted,
    range: scenarios.range,
    borrowed: [...borrowed.values()],
    costs: costs.map((cost) => withWarning(cost, warnings.get(cost.id))),
    unpriced,
  }
}

interface Prepared {
  scenarios: Scenarios
  year: UseYear
  drawn: readonly (readonly MonthUse[])[]
  published: ReturnType<typeof publishedFor>
  even: ReturnType<typeof evenMonths>
  /** January first. */
  contracted: readonly Wh[]
}

function prepare(input: CompareInput): Prepared {
  const scenarios = scenariosOf(input.use, input.scenarios)
  const year = yearOfUse(input.use, scenarios.year)
  const drawn = scenarios.cells.map((cells) => monthsOf(scenarios.year.months, cells, input.use.timeZone))
  return {
    ...{ scenarios, year, drawn },
    published: publishedFor(input.market, year.months),
    even: evenMonths(year.months, input.market),
    contracted: input.contracted ?? contractedAsUsed(year),
  }
}

function contractedAsUsed({ months }: UseYear): Wh[] {
  return Array.from({ length: months.length }, (_, index) => {
    return months.find(({ id }) => monthIndex(id) === index)?.used ?? wh(0n)
  })
}

/** January is 0. */
function monthIndex(id: string): number {
  return Number(id.slice(5)) - 1
}

function costOf(
  compared: ComparedOffer,
  tables: YearTerms['tables'],
  { point, now }: CompareInput,
  { year, drawn, even, contracted }: Prepared,
): OfferCost {
  const { id, offer } = compared
  const agreed = year.months.map((month) => contracted[monthIndex(month.id)] ?? wh(0n))
  const capacity = point.capacity ?? highestDemand(year)
  const terms: YearTerms = { tables, contracted: agreed, capacity }
  const at = (percent: bigint) =>
    priceYear(
      compared,
      year.months.map((month) => scaledMonth(month, percent)),
      terms,
    )
  const base = at(LEVELS.at100)
  const priced = drawn.map((months) => priceYear(compared, months, terms))
  const used = year.months.reduce<bigint>((sum, month) => sum + month.used, 0n)
  return {
    id,
    ...rangeOf(priced),
    at85: at(LEVELS.at85).total,
    at100: base.total,
    at115: at(LEVELS.at115).total,
    months: base.months,
    averagePrice: used === 0n ? null : (((base.total * WH_PER_KWH) / used) as OfferCost['averagePrice']),
    headlinePrice: headlinePrice(compared, even, tables),
    exitFee: offer.exitFee,
    greenShare: offer.green,
    warnings: ownWarnings(compared, { year, point, capacity }),
    obstacles: obstaclesOf(compared, { point, now, contracted }),
  }
}

/** The scenarios' mean, and those that one in ten lies beyond. */
function rangeOf(priced: readonly PricedYear[]): Pick<OfferCost, 'likely' | 'low' | 'high' | 'penalties'> {
  const count = BigInt(priced.length)
  const mean = (of: (year: PricedYear) => bigint) =>
    divDown(
      priced.reduce((sum, year) => sum + of(year), 0n),
      count,
    )
  const totals = priced.map(({ total }) => total).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const likely = mean(({ total }) => total)
  const tenth = Math.floor(totals.length / 10)
  const [low, high] = [totals[tenth] ?? likely, totals[totals.length - 1 - tenth] ?? likely]
  return {
    likely: micro(likely),
    low: micro(low < likely ? low : likely),
    high: micro(high > likely ? high : likely),
    penalties: { excess: signedMicro(mean(({ excess }) => excess)), shortfall: micro(mean((each) => each.shortfall)) },
  }
}

function highestDemand({ months }: UseYear): Watt {
  return months.reduce((most, { maxDemand }) => (maxDemand > most ? maxDemand : most), watt(0n))
}

function ownWarnings(
  { pricing }: ComparedOffer,
  { year, point, capacity }: { year: UseYear; point: CompareInput['point']; capacity: Watt },
): Warning[] {
  if (pricing.formula !== 'Demand') return []
  if (pricing.params.basis === 'MaxDemand') {
    const { daily } = year.basis
    return daily > 0 ? [{ name: 'DemandUncertain', days: daily }] : []
  }
  return point.capacity === null ? [{ name: 'CapacityUnknown', assumed: capacity }] : []
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
