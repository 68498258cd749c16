/** The years of one offer put together into what is shown of them. */
import { divDown, micro, signedMicro } from '../../units/units'
import type { ComparedOffer, MonthUse } from './compared'
import { scaledMonth } from './month-cells'
import { headlinePrice, type EvenMonth } from './headline'
import type { OfferCost } from './offer-cost'
import { priceYear, type PricedYear, type YearTerms } from './price-year'

export type YearCosts = Omit<OfferCost, 'id' | 'exitFee' | 'greenShare' | 'warnings' | 'obstacles'>

/** Use in percent of the year's, in the order of the years: 100 comes first, scenarios come last. */
export const LEVELS = [100, 85, 115] as const

export interface ComparedYears {
  /** The year as it is. */
  months: readonly MonthUse[]
  /** Each scenario. Made when a number will not do. */
  drawn: () => readonly (readonly MonthUse[])[]
  even: readonly EvenMonth[]
}

const WH_PER_KWH = 1_000n
/** One in so many scenarios lies below `low`, and one above `high`. */
export const TAIL = 10

/** By the rules of settlement themselves, in bigints: for any quantity, any formula. */
export function exactCosts(
  compared: ComparedOffer,
  { months, drawn, even }: ComparedYears,
  terms: YearTerms,
): YearCosts {
  const [at100, at85, at115] = LEVELS.map((percent) =>
    priceYear(
      compared,
      months.map((month) => scaledMonth(month, BigInt(percent))),
      terms,
    ),
  )
  if (!at100 || !at85 || !at115) throw new RangeError('a level is missing')
  const used = at100.months.reduce<bigint>((sum, month) => sum + month.used, 0n)
  return {
    ...rangeOf(drawn().map((year) => priceYear(compared, year, terms))),
    at85: at85.total,
    at100: at100.total,
    at115: at115.total,
    averagePrice: used === 0n ? null : (((at100.total * WH_PER_KWH) / used) as OfferCost['averagePrice']),
    headlinePrice: headlinePrice(compared, even, terms.tables),
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
  const tail = Math.floor(totals.length / TAIL)
  const [low, high] = [totals[tail] ?? likely, totals[totals.length - 1 - tail] ?? likely]
  return {
    likely: micro(likely),
    low: micro(low < likely ? low : likely),
    high: micro(high > likely ? high : likely),
    penalties: { excess: signedMicro(mean(({ excess }) => excess)), shortfall: micro(mean((each) => each.shortfall)) },
  }
}
