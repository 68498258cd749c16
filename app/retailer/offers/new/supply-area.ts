import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'

/** Where and at which voltage an offer can be made: the exchange publishes regulated prices for it. */
export type SupplyArea = Pick<TariffTable, 'region' | 'voltageClass'>

/** With its latest published prices, which the worked examples start from. */
export type PricedArea = Pick<TariffTable, 'region' | 'voltageClass' | 'agencyPrice' | 'cataloguePrice' | 'index'>

/** Below 1 kV, where homes are connected. */
const LOW_VOLTAGE = 0

export function areaKey({ region, voltageClass }: SupplyArea): string {
  return `${region}-${voltageClass}`
}

/** The area a class of customer is most often connected in. Both may choose any. */
export function usualArea(areas: readonly SupplyArea[], customerClass: CustomerClass): string {
  const usual = areas.find(({ voltageClass }) => (voltageClass === LOW_VOLTAGE) === (customerClass === 'Household'))
  const [first] = areas
  return usual ? areaKey(usual) : first ? areaKey(first) : ''
}
