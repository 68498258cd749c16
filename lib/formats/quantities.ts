/** Quantities of a file whose schema has let nothing through that is finer than is counted. */
import type { Billionths } from '@/lib/domain/offers/plan'
import { microPerKwh, signedMicroPerKwh, type MicroPerKwh, type SignedMicroPerKwh } from '@/lib/domain/units/units'
import { exactDecimal } from './decimal'
import { MONEY_SCALE, RATIO_SCALE } from './plan-schema'

export function counted(text: string, scale: number): bigint {
  const value = exactDecimal(text, scale)
  if (typeof value !== 'bigint') throw new RangeError(`${text} is ${value}`)
  return value
}

export const signedPrice = (text: string): SignedMicroPerKwh => signedMicroPerKwh(counted(text, MONEY_SCALE))
export const plainPrice = (text: string): MicroPerKwh => microPerKwh(counted(text, MONEY_SCALE))
export const ratio = (text: string): Billionths => counted(text, RATIO_SCALE) as Billionths
