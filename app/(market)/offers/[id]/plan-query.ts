/** Contracted energy carried from the comparison to an offer: whole kWh for each month, January first, in the address. */
import { MONTHS } from '@/lib/domain/agreements/terms'
import { wh, WH_PER_KWH, type Wh } from '@/lib/domain/units/units'

/** More than a connection carries in a month is a mistake in the address: a gigawatt-hour. */
const MOST_KWH = 1_000_000n
const SEPARATOR = '.'

export interface PlannedEnergy {
  /** 1–12. */
  month: number
  energy: Wh
}

export function offerHref(offerId: string, plan: readonly PlannedEnergy[]): string {
  const months = Array.from(
    { length: MONTHS },
    (_, index) => plan.find(({ month }) => month === index + 1)?.energy ?? 0n,
  )
  return `/offers/${offerId}?plan=${months.map((energy) => clamped((energy + WH_PER_KWH / 2n) / WH_PER_KWH)).join(SEPARATOR)}`
}

/** January first; null if the address holds no such plan, or one of nothing. Too much is cut to what can be. */
export function planOf(query: string | string[] | undefined): Wh[] | null {
  if (typeof query !== 'string' || !/^\d{1,12}(\.\d{1,12}){11}$/.test(query)) return null
  const plan = query.split(SEPARATOR).map((kwh) => wh(clamped(BigInt(kwh)) * WH_PER_KWH))
  return plan.some((energy) => energy > 0n) ? plan : null
}

/** The offer with a plan that came to it, or without one. */
export function offerPath(offerId: string, plan: readonly Wh[] | null): string {
  if (!plan) return `/offers/${offerId}`
  return offerHref(
    offerId,
    plan.map((energy, index) => ({ month: index + 1, energy })),
  )
}

function clamped(kwh: bigint): bigint {
  return kwh > MOST_KWH ? MOST_KWH : kwh
}
