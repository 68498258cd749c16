import type { Micro } from '@/lib/domain/units/units'
import { formatDecimal } from './number'
import type { Locale } from './locale'

/** Symbol of the settlement currency; the token keeps six decimals of it. */
export const CURRENCY_SYMBOL = '¥'
const MICRO_SCALE = 6

export interface MoneyStyle {
  /** All six decimals, as the chain holds them. */
  exact?: boolean
  /** A plus sign before money that comes in. */
  signed?: boolean
  /** Fraction digits when not exact; 2 by default. */
  digits?: number
}

/** Money as text: "¥1,234.56", or "¥1,234.560000" when exact. The sign stands before the symbol. */
export function formatMoney(amount: Micro, locale: Locale, style: MoneyStyle = {}): string {
  const digits = style.exact ? MICRO_SCALE : (style.digits ?? 2)
  const text = formatDecimal({ value: amount, scale: MICRO_SCALE, digits, locale, signed: style.signed })
  return /^[+\u2212]/.test(text) ? text[0] + CURRENCY_SYMBOL + text.slice(1) : CURRENCY_SYMBOL + text
}

/** Money that may be negative, with its sign: "+¥12.00", "−¥12.00". */
export function formatMoneyDifference(differenceMicro: bigint, locale: Locale, style: MoneyStyle = {}): string {
  return formatMoney(differenceMicro as Micro, locale, { ...style, signed: true })
}
