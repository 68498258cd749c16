import { describe, expect, it } from 'vitest'
import { micro, microPerKwh } from '@/lib/domain/units/units'
import { formatMoney, formatMoneyDifference } from './money'
import { formatPrice, formatPriceAmount } from './price'

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
})
