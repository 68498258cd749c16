import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import type { Micro, MicroPerKw, MicroPerKwh, SignedMicroPerKwh } from '@/lib/domain/units/units'
import { formatMoney } from './money'
import type { Locale } from './locale'

export const PRICE_UNIT = '/ kWh'
const PRICE_DIGITS = 4
/** A multiple of this has no more decimals than the custom. */
export const FINER: bigint = 100n

export interface PriceStyle {
  /** All six decimals, as the tariff book holds them. */
  exact?: boolean
  /** Every decimal it has, but no zeros beyond the custom: for a price that stands alone, in line with no other. */
  alone?: boolean
}

/** A price without its unit: "¥0.3845". Four decimals, the custom of the trade. */
export function formatPriceAmount(
  price: MicroPerKwh | SignedMicroPerKwh,
  locale: Locale,
  style: PriceStyle = {},
): string {
  // One kWh at this price costs this much money.
  const cost = price as bigint as Micro
  const exact = style.exact || (style.alone && price % FINER !== 0n)
  return formatMoney(cost, locale, exact ? { exact: true } : { digits: PRICE_DIGITS })
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

/** A multiple of this is a whole number of cents. */
export const CENT: bigint = 10_000n

/** The price of a kW of demand or capacity, in full: "¥42.50 / kW", or "¥42.512345 / kW". */
export function formatDemandPrice(price: MicroPerKw | bigint, locale: Locale): string {
  return `${formatMoney(price as Micro, locale, { exact: price % CENT !== 0n })} / kW`
}
