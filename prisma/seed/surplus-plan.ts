/** What becomes of the homes' exported energy in the demo, and who buys it. Prices are ours. */
import type { StorageTerms } from '@/lib/domain/surplus/credits'
import type { MicroPerKwh } from '@/lib/domain/units/units'
import { bps, microPerKwh, wh } from '@/lib/domain/units/units'

/** The first settled month whose exports are traded: what was exported before is still held. */
export const FIRST_TRADED = 8
/** The month of which contracted energy was traded while it ran. */
export const CONTRACTED_TRADED = 11

/** What the grid company pays for energy returned to it. */
export const FEED_IN: MicroPerKwh = microPerKwh(250_000n)

export const STORAGE: StorageTerms = {
  efficiency: bps(9_000n),
  lifetime: 180 * 86_400,
  capacity: wh(5_000_000n),
}

/** In hundredths of what a home exported in a month; the rest it keeps. */
export interface ExportPlan {
  stored?: bigint
  returned?: bigint
  /** The least price is in ticks: thousandths a kWh. */
  sold?: { share: bigint; reserve: bigint }
}

export const EXPORTS: Record<string, ExportPlan> = {
  'california-home-1': { sold: { share: 100n, reserve: 270n } },
  'california-home-2': { sold: { share: 100n, reserve: 285n } },
  'california-home-4': { stored: 60n, sold: { share: 40n, reserve: 300n } },
  'california-home-5': { sold: { share: 90n, reserve: 315n } },
  'california-home-7': { returned: 50n, sold: { share: 50n, reserve: 260n } },
  'california-home-8': { sold: { share: 100n, reserve: 335n } },
  'california-home-10': { returned: 100n },
  'netherlands-home-1': { stored: 50n, sold: { share: 30n, reserve: 305n } },
  'netherlands-home-2': { sold: { share: 100n, reserve: 345n } },
}

/** Of what it stored, a home charges its car with as many hundredths in the next month. */
export const CHARGES: Record<string, bigint> = { 'california-home-4': 35n }

/** Share is in hundredths of all that is offered; together they want more than there is. */
export interface BidPlan {
  share: bigint
  limit: bigint
  /** What it wins lowers the bills of its agreement by itself; otherwise it keeps the credits. */
  onBills?: boolean
}

/** Energy costs these buildings 379 to 384 ticks, or what their hours cost: a bid below that saves money. */
export const BIDS: Record<string, BidPlan> = {
  'cambridge-b4': { share: 24n, limit: 372n },
  'cambridge-b0': { share: 22n, limit: 361n, onBills: true },
  'cambridge-b52': { share: 28n, limit: 349n, onBills: true },
  'cambridge-b36': { share: 20n, limit: 338n, onBills: true },
  'cambridge-b31': { share: 35n, limit: 326n },
}

/** Shares are in hundredths of what is contracted in the month: somebody who will use less, and somebody who will use more. */
export const CONTRACTED_LOTS: Record<string, BidPlan> = {
  'cambridge-b4': { share: 4n, limit: 15n },
  'cambridge-b41': { share: 3n, limit: 20n },
}
export const CONTRACTED_BIDS: Record<string, BidPlan> = {
  'cambridge-b0': { share: 3n, limit: 60n },
  'cambridge-b61': { share: 1n, limit: 35n },
}

/** Not the same every month. */
export const wobble = (month: number): bigint => BigInt((month * 7) % 13)
