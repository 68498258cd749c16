/** Quantities of a file whose schema has let nothing through that is finer than is counted. */
import type { Billionths, PlanPrice } from '@/lib/domain/offers/plan'
import { microPerKwh, type MicroPerKwh } from '@/lib/domain/units/units'
import { exactDecimal } from './decimal'
import { MONEY_SCALE, PRICE_SCALE, RATIO_SCALE } from './plan-schema'

export function counted(text: string, scale: number): bigint {
  const value = exactDecimal(text, scale)
  if (typeof value !== 'bigint') throw new RangeError(`${text} is ${value}`)
  return value
}

export const planPrice = (text: string): PlanPrice => counted(text, PRICE_SCALE) as PlanPrice
export const plainPrice = (text: string): MicroPerKwh => microPerKwh(counted(text, MONEY_SCALE))
export const ratio = (text: string): Billionths => counted(text, RATIO_SCALE) as Billionths
