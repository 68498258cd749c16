import { describe, expect, it } from 'vitest'
import { micro, microPerKwh } from '@/lib/domain/units/units'
import { formatMoney, formatMoneyDifference } from './money'
import { formatDemandPrice, formatPrice, formatPriceAmount } from './price'

describe('formatMoney', () => {
  it('shows two decimals', () => expect(formatMoney(micro(1_234_560_000n), 'en')).toBe('¥1,234.56'))
  it('shows every millionth when exact', () =>
    expect(formatMoney(micro(73_467_552_200n), 'en', { exact: true })).toBe('¥73,467.552200'))
  it('puts the sign before the symbol', () => {
    expect(formatMoneyDifference(-12_000_000n, 'zh')).toBe('−¥12.00')
    expect(formatMoneyDifference(12_000_000n, 'en')).toBe('+¥12.00')
  })
})

describe('formatPrice', () => {
  it('shows four decimals and the unit', () => expect(formatPrice(microPerKwh(384_470n), 'en')).toBe('¥0.3845 / kWh'))
  it('shows every millionth when exact', () =>
    expect(formatPriceAmount(microPerKwh(384_470n), 'zh', { exact: true })).toBe('¥0.384470'))
  it('shows every decimal there is, and no zeros more, where it stands alone', () => {
    expect(formatPriceAmount(microPerKwh(392_000n), 'en', { alone: true })).toBe('¥0.3920')
    expect(formatPriceAmount(microPerKwh(384_470n), 'en', { alone: true })).toBe('¥0.384470')
  })
  it('shows the price of a kW in cents unless it is finer', () => {
    expect(formatDemandPrice(42_500_000n, 'en')).toBe('¥42.50 / kW')
    expect(formatDemandPrice(42_512_345n, 'zh')).toBe('¥42.512345 / kW')
  })
})
