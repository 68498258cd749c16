/** A published price for every interval, as wholesale markets and dynamic tariffs have. */
import { Refused } from '../refused'
import type { PlanPrice } from './plan'

export interface PriceSeries {
  /** What refusals call it: the file's name. */
  name: string
  /** First instant, UTC seconds; interval n starts `seconds` × n later. */
  start: number
  seconds: number
  /** As PlanPrice. */
  prices: BigInt64Array
}

/** The price of the interval [start, start + seconds), which must lie inside one interval of the series. */
export function priceAt(series: PriceSeries, start: number, seconds: number): PlanPrice {
  const first = Math.floor((start - series.start) / series.seconds)
  const last = Math.floor((start + seconds - 1 - series.start) / series.seconds)
  const price = series.prices[first]
  if (price === undefined || last >= series.prices.length) {
    throw new Refused('PriceMissing', {
      what: `${series.name} has no price for the interval at ${isoOf(start)}`,
      todo: 'Add the missing prices, or choose months that the series covers with --from and --to.',
      at: start,
    })
  }
  if (first !== last) {
    throw new Refused('PriceFinerThanUsage', {
      what: `${series.name} has more than one price for the interval at ${isoOf(start)}`,
      todo: `Use intervals of ${series.seconds / 60} minutes or fewer that start with the prices.`,
      at: start,
    })
  }
  return price as PlanPrice
}

function isoOf(utc: number): string {
  return new Date(utc * 1_000).toISOString()
}
