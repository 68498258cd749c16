/** One owner's exports and where they went: exported + received = held + listed + sold + stored + returned + redeemed + given. */
import { wh } from '../units/units'
import type { OwnFates } from './credits'

/** What the exports add up from, in the order a person decides. */
export const FATE_COLUMNS = ['held', 'listed', 'sold', 'stored', 'returned', 'redeemed', 'given'] as const
export type FateColumn = (typeof FATE_COLUMNS)[number]

export type AddedFates = Omit<OwnFates, 'start' | 'region'>

/** Of several periods together. */
export function addedFates(periods: readonly OwnFates[]): AddedFates {
  const sumOf = (name: keyof AddedFates) => wh(periods.reduce((total, period) => total + period[name], 0n))
  return {
    exported: sumOf('exported'),
    received: sumOf('received'),
    held: sumOf('held'),
    listed: sumOf('listed'),
    sold: sumOf('sold'),
    stored: sumOf('stored'),
    returned: sumOf('returned'),
    redeemed: sumOf('redeemed'),
    given: sumOf('given'),
  }
}
