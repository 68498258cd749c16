/** What somebody looks for among the offers, and in which order: filters and sorting, as plain data. */
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'

export const GREEN_STEPS = [0, 20, 50, 100] as const
export const SORTS = ['likely', 'high', 'green', 'exit', 'name'] as const
export type Sort = (typeof SORTS)[number]

export interface Wishes {
  /** Least share of green energy, percent. */
  green: (typeof GREEN_STEPS)[number]
  /** None: all. */
  kinds: readonly FormulaName[]
  noExitFee: boolean
  /** Address; null: all. */
  retailer: string | null
  sort: Sort
}

export const NO_WISHES: Wishes = { green: 0, kinds: [], noExitFee: false, retailer: null, sort: 'likely' }

/** Offers side by side. */
export const MOST_CHOSEN = 4
