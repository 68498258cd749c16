/** Parameters of formulas as text for people. */
import type { AnyValue, Unit } from '@/lib/domain/offers/formulas/parameter'
import type { Bps, SignedMicroPerKwh, Wh } from '@/lib/domain/units/units'
import { billedEnergy } from './energy'
import type { Locale } from './locale'
import { formatBasisPoints } from './number'
import { formatDemandPrice, formatPrice } from './price'

/** One value, or several after each other. */
export function quantitiesText(unit: Unit, value: Exclude<AnyValue, string>, locale: Locale): string {
  const values = typeof value === 'bigint' ? [value] : value
  return values.map((one) => quantityText(unit, one, locale)).join(' · ')
}

function quantityText(unit: Unit, value: bigint, locale: Locale): string {
  switch (unit) {
    case 'Wh':
      return billedEnergy(value as Wh, locale)
    case 'Bps':
    case 'Factor':
      return formatBasisPoints(value as Bps, locale)
    case 'MicroPerKw':
      return formatDemandPrice(value, locale)
    case 'MicroPerKwh':
    case 'SignedMicroPerKwh':
      return formatPrice(value as SignedMicroPerKwh, locale)
  }
}
