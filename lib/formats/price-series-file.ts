/** Published interval prices from a delimited file, in the plan's currency per kWh or per MWh. */
import type { PriceSeries } from '@/lib/domain/offers/price-series'
import { Refused } from '@/lib/domain/refused'
import { readIntervals, type IntervalFormat, type NumberColumn } from './interval-file'

/** A PlanPrice is the twelfth decimal of a price per kWh and the ninth of a price per MWh. */
export const PRICE_COLUMNS: readonly NumberColumn[] = [
  { key: 'price_per_kwh', scale: 12 },
  { key: 'price_per_mwh', scale: 9 },
]
/** A million a kWh: above it nobody sells electricity. */
const MOST = 10n ** 18n

export async function readPriceSeries(chunks: AsyncIterable<string>, format: IntervalFormat): Promise<PriceSeries> {
  const { file } = format
  const { start, seconds, numbers, lines } = await readIntervals(chunks, format, PRICE_COLUMNS)
  const [only, other] = [...numbers.values()]
  if (!only || other) {
    const todo = 'Leave one of the two out.'
    throw new Refused('ColumnUnclear', { what: 'there are prices per kWh and per MWh', todo, file })
  }
  for (const [row, price] of only.entries()) {
    if (price <= MOST && price >= -MOST) continue
    const [what, todo] = ['the price is more than a million a kWh', 'Check the unit of the column.']
    throw new Refused('NumberAbsurd', { what, todo, file, line: lines[row] ?? 0 })
  }
  return { name: file, start, seconds, prices: BigInt64Array.from(only) }
}
