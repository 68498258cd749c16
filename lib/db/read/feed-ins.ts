/** What is paid for energy given back to the grid, and what waits for a price: public. */
import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'
import type { Wh } from '@/lib/domain/units/units'
import { asViewer, type Decimal } from '../client'
import { whOf } from '../stored/amounts'
import { feedInPrices } from './credits'

/** In order of delivery periods. */
export async function listFeedIns(): Promise<PublishedFeedIn[]> {
  return asViewer(null, feedInPrices)
}

export interface UnpricedExports {
  region: number
  /** Of the delivery period. */
  start: number
  /** Of everybody together, what has no fate yet. */
  energy: Wh
}

/** Exported energy that could be given back if its period had a price; the latest period first. */
export async function unpricedExports(): Promise<UnpricedExports[]> {
  const rows = await asViewer(
    null,
    (tx) => tx.$queryRaw<{ region: bigint; start: bigint; energy: Decimal }[]>`
      SELECT region, start, sum(minted - sold - stored - returned - redeemed) AS energy
      FROM credit LEFT JOIN feed_in_price USING (region, start)
      WHERE kind = 'Exported' AND payer IS NULL
      GROUP BY region, start HAVING sum(minted - sold - stored - returned - redeemed) > 0
      ORDER BY start DESC, region`,
  )
  return rows.map(({ region, start, energy }) => ({
    region: Number(region),
    start: Number(start),
    energy: whOf(energy),
  }))
}
