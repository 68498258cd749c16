/** Tiers as they are typed: a row for each, from where it begins to where the next does. The first begins at zero. */
import type { OfferText, ParamKey } from './offer-text'

export interface TierRow {
  /** kWh; empty in the first row, which has no field for it. */
  from: string
  price: string
}

/** Where the limits between the tiers and their prices are kept: a field for each is this key with its number. */
export interface TierKeys {
  limits: ParamKey
  prices: ParamKey
}

/** As many as the contract takes. */
export const MOST_TIERS = 8
/** What an empty table shows: one tier would be one price for everything. */
const AT_FIRST = 2

export const cellKey = (list: ParamKey, index: number): ParamKey => `${list}.${index}`

/** What was typed into a list, in order. */
export function cellsOf(params: OfferText['params'], list: ParamKey): string[] {
  const cells: string[] = []
  for (let index = 0; ; index++) {
    const cell = params[cellKey(list, index)]
    if (cell === undefined) return cells
    cells.push(cell)
  }
}

export function tierRows(params: OfferText['params'], { limits, prices }: TierKeys): TierRow[] {
  const [from, price] = [cellsOf(params, limits), cellsOf(params, prices)]
  const count = Math.max(price.length, price.length === 0 ? AT_FIRST : 1)
  return Array.from({ length: count }, (_, index) => ({ from: from[index - 1] ?? '', price: price[index] ?? '' }))
}

/** The same parameters with these rows; what was typed for other formulas stays. */
export function withTierRows(
  params: OfferText['params'],
  { limits, prices }: TierKeys,
  rows: readonly TierRow[],
): OfferText['params'] {
  const own = (key: string) => key.startsWith(`${limits}.`) || key.startsWith(`${prices}.`)
  const others = Object.entries(params).filter(([key]) => !own(key))
  const cells = rows.flatMap(({ from, price }, index): [string, string][] => {
    const limit: [string, string][] = index === 0 ? [] : [[cellKey(limits, index - 1), from]]
    return [...limit, [cellKey(prices, index), price]]
  })
  return Object.fromEntries([...others, ...cells])
}

/** Without a row; the first of those that are left begins at zero again. */
export function withoutRow(rows: readonly TierRow[], removed: number): TierRow[] {
  return rows.filter((_, index) => index !== removed)
}
