import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import type { Micro, MicroPerKw, MicroPerKwh, SignedMicroPerKwh } from '@/lib/domain/units/units'
import { formatMoney } from './money'
import type { Locale } from './locale'

export const PRICE_UNIT = '/ kWh'
const PRICE_DIGITS = 4

export interface PriceStyle {
  /** All six decimals, as the tariff book holds them. */
  exact?: boolean
}

/** A price without its unit: "¥0.3845". Four decimals, the custom of the trade. */
export function formatPriceAmount(
  price: MicroPerKwh | SignedMicroPerKwh,
  locale: Locale,
  style: PriceStyle = {},
): string {
  // One kWh at this price costs this much money.
  const cost = price as bigint as Micro
  return formatMoney(cost, locale, style.exact ? { exact: true } : { digits: PRICE_DIGITS })
}

/** A price as text with its unit: "¥0.3845 / kWh". */
export function formatPrice(price: MicroPerKwh | SignedMicroPerKwh, locale: Locale, style: PriceStyle = {}): string {
  return `${formatPriceAmount(price, locale, style)} ${PRICE_UNIT}`
}

const TICK_DIGITS = 3

/** A price of the surplus market without its unit: "¥0.310", every digit it can have. */
export function formatTick(price: Tick, locale: Locale): string {
  return formatMoney(pricePerKwh(price) as bigint as Micro, locale, { digits: TICK_DIGITS })
}

/** The price of a kW of demand or capacity, in full: "¥42.500000 / kW". */
export function formatDemandPrice(price: MicroPerKw | bigint, locale: Locale): string {
  return `${formatMoney(price as Micro, locale, { exact: true })} / kW`
}
