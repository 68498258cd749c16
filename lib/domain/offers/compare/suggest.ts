/** How much energy to agree on under an offer's deviation clause, for each month, and why. */
import { possibleMonth } from '../../agreements/can-sign'
import { capped } from '../../billing/deviation'
import { ok, refuse, type Decision } from '../../decision'
import { registerCost } from '../../metering/register-values'
import { referencePrice, type TariffTable } from '../../tariffs/table'
import { BPS_ONE, bps, divDown, micro, signedMicro, wh, type Bps, type Watt, type Wh } from '../../units/units'
import { determinantsOf } from '../determinants'
import { IndexCostMissing } from '../formulas/index-linked'
import { costOf } from '../formulas/registry'
import type { CompareInput, ComparedOffer, MonthUse } from './compared'
import { leastDeviation, meanMicro, type Chosen, type Outcome } from './least-deviation'
import { highestDemand, monthsOf, yearOfUse } from './month-cells'
import type { Balance, SuggestedMonth, Suggestion } from './offer-cost'
import { endsYear, priceYear } from './price-year'
import { publishedFor } from './published-months'
import { scenariosOf } from './scenarios'

/** Enough that the quantile of a month means something. */
const USUAL = { count: 60, seed: 25n }
/** People agree on whole kWh. */
const STEP = wh(1_000n)

type Priced = Pick<ComparedOffer, 'offer' | 'pricing'>

/** Months that one band holds for: one, or those of a contract year. */
interface BandPeriod {
  months: readonly number[]
  chosen: Chosen
}

export function suggestContracted(compared: Priced, input: CompareInput): Decision<Suggestion> {
  const { region, voltageClass, deviation } = compared.offer
  const scenarios = scenariosOf(input.use, input.scenarios ?? USUAL, 'weeks')
  const { months } = yearOfUse(input.use, scenarios.year)
  const drawn = scenarios.cells.map((cells) => monthsOf(months, cells))
  const tables = publishedFor(input.market, months)(compared.offer)
  if (!tables) return refuse('TariffMissing', { region: BigInt(region), voltageClass: BigInt(voltageClass) })
  const limit = input.point.capacity
  const capacity = limit ?? highestDemand(months)
  try {
    const periods = periodsOf(compared, { drawn, tables: tables.tables, capacity, limit })
    const use = months.map((_, month) => meanOf(drawn.map((year) => year[month]?.used ?? 0n)))
    const suggested = periods.flatMap((period) =>
      suggestedMonths(period, { compared, months, use, count: drawn.length }),
    )
    return ok({
      months: suggested,
      basis: deviation.ruleBasis,
      expected: expectedOver(periods, drawn.length, ({ chosen }) => chosen.contracted),
      expectedAtUse: expectedOver(periods, drawn.length, (period) =>
        sumOf(period.months.map((month) => use[month] ?? 0n)),
      ),
      excessIsCheaper: periods.some(({ chosen }) => chosen.premium < 0n),
      range: scenarios.range,
    })
  } catch (error) {
    if (error instanceof IndexCostMissing) return refuse('IndexCostMissing')
    throw error
  }
}

interface Facts {
  drawn: readonly (readonly MonthUse[])[]
  tables: readonly TariffTable[]
  /** Of the connection, and that in so far as it limits what may be agreed on. */
  capacity: Watt
  limit: Watt | null
}

function periodsOf(compared: Priced, facts: Facts): BandPeriod[] {
  const { deviation, termPeriods } = compared.offer
  const count = facts.tables.length
  const isAnnual = deviation.ruleBasis === 'Annual'
  const ends = facts.tables.map((_, month) => !isAnnual || endsYear(termPeriods, month, count))
  const outcomesOf = isAnnual ? annualOutcomes(compared, facts) : monthlyOutcomes(compared, facts)
  const possible = facts.limit === null ? null : possibleMonth(facts.limit)
  const periods: BandPeriod[] = []
  let months: number[] = []
  for (let month = 0; month < count; month++) {
    months.push(month)
    if (!ends[month]) continue
    const most = possible === null ? null : possible * BigInt(months.length)
    const chosen = leastDeviation({ ...deviation, outcomes: outcomesOf(months), step: STEP, most })
    periods.push({ months, chosen })
    months = []
  }
  return periods
}

/** A Wh above a month's band costs the reference price × its multiplier; inside, it costs its share of energy and components. */
function monthlyOutcomes(compared: Priced, facts: Facts): (months: readonly number[]) => Outcome[] {
  const { offer, pricing } = compared
  const { referenceBasis, excess } = offer.deviation
  return ([index = 0]) =>
    facts.drawn.map((year) => {
      const [month, table] = [year[index], facts.tables[index]]
      if (!month || !table) throw new RangeError('a month without use or table')
      const { registers, used, maxDemand, indexCost, start, end } = month
      const metered = { registers, maxDemand, indexCost, capacity: facts.capacity }
      const cost = costOf(pricing, determinantsOf(metered, offer.deviation, { ...table, start, end }))
      const components = sumOf(table.components.map(({ prices }) => registerCost(registers, prices)))
      const inside = capped(cost, offer.priceCap, used) + components
      return { used, premium: referencePrice(table, referenceBasis) * excess * used - inside * BPS_ONE }
    })
}

/** Above a year's band a Wh costs what it was not charged for already, and never less than nothing. */
function annualOutcomes(compared: Priced, facts: Facts): (months: readonly number[]) => Outcome[] {
  const { offer } = compared
  const none = facts.tables.map(() => wh(0n))
  const terms = { tables: facts.tables, contracted: none, capacity: facts.capacity }
  const charged = facts.drawn.map((year) => {
    return priceYear(compared, year, terms).months.map(({ energy, components }) => energy + components)
  })
  return (months) => {
    const closing = facts.tables[months.at(-1) ?? 0]
    if (!closing) throw new RangeError('a year without a closing month')
    const price = referencePrice(closing, offer.deviation.referenceBasis) * offer.deviation.excess
    return facts.drawn.map((year, scenario) => {
      const used = wh(sumOf(months.map((month) => year[month]?.used ?? 0n)))
      const already = sumOf(months.map((month) => charged[scenario]?.[month] ?? 0n))
      const premium = price * used - already * 1_000n * BPS_ONE
      return { used, premium: premium > 0n ? premium : 0n }
    })
  }
}

/* RESULT */

interface Shown {
  compared: Priced
  months: readonly MonthUse[]
  /** Mean use of each month. */
  use: readonly bigint[]
  count: number
}

function suggestedMonths(
  { months, chosen }: BandPeriod,
  { compared, months: named, use, count }: Shown,
): SuggestedMonth[] {
  const uses = months.map((month) => use[month] ?? 0n)
  const shares = shared(chosen.contracted, uses)
  return months.map((month, index) => ({
    id: named[month]?.id ?? '',
    contracted: shares[index] ?? wh(0n),
    expectedUse: wh(uses[index] ?? 0n),
    balance: index + 1 === months.length ? balanceOf(chosen, compared.offer.deviation, count) : null,
  }))
}

/** As it is used. Months round down and the last takes the remainder, so that the sum is exact. */
function shared(total: bigint, uses: readonly bigint[]): Wh[] {
  const all = sumOf(uses)
  const parts = uses.map((used) => (all === 0n ? total / BigInt(uses.length) : (total * used) / all))
  const others = sumOf(parts.slice(0, -1))
  return [...parts.slice(0, -1), total - others].map(wh)
}

function balanceOf(chosen: Chosen, clause: ComparedOffer['offer']['deviation'], count: number): Balance {
  const { excess, shortfall, below, above } = chosen.expectedAt(chosen.contracted)
  return {
    contracted: wh(chosen.contracted),
    expectedUse: wh(chosen.meanUse),
    expectedShortfall: micro(meanMicro(shortfall, chosen, count)),
    expectedExcess: signedMicro(meanMicro(excess, chosen, count)),
    ...{ below, above },
    quantile: quantileOf(chosen, clause, count),
  }
}

function quantileOf({ premium, unit }: Chosen, clause: ComparedOffer['offer']['deviation'], count: number): Bps | null {
  const tooLittle = (premium < 0n ? 0n : premium) * clause.upper
  const tooMuch = clause.shortfall * unit * BigInt(count) * clause.lower
  return tooLittle + tooMuch === 0n ? null : bps((tooLittle * BPS_ONE) / (tooLittle + tooMuch))
}

function expectedOver(periods: readonly BandPeriod[], count: number, contractedOf: (period: BandPeriod) => bigint) {
  const costs = periods.map((period) => {
    const { excess, shortfall } = period.chosen.expectedAt(contractedOf(period))
    return meanMicro(excess + shortfall, period.chosen, count)
  })
  return signedMicro(sumOf(costs))
}

function meanOf(values: readonly bigint[]): bigint {
  return divDown(sumOf(values), BigInt(values.length))
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n)
}
