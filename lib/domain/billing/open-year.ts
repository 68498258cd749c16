/** What the billed months of a contract year come to so far. */
import { sumWh, type RegisterValues } from '../metering/register-values'
import { micro, wh, type Micro, type Wh } from '../units/units'
import type { Year } from './annual'

export interface YearMonth {
  start: number
  contractedWh: Wh
  usedWh: RegisterValues<Wh>
  total: Micro
}

/**
 * Told by their dates and not by their number: just after a month has ended its bill is still to come, and one of the contract year
 * before must not be taken in its place.
 */
export function openYear(bills: readonly YearMonth[], { from, until }: { from: number; until: number }): Year {
  const year = bills.filter(({ start }) => from <= start && start < until)
  const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
  return {
    contracted: wh(sum(year.map(({ contractedWh }) => contractedWh))),
    used: wh(sum(year.map(({ usedWh }) => sumWh(usedWh)))),
    charged: micro(sum(year.map(({ total }) => total))),
  }
}
