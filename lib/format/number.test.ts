import { describe, expect, it } from 'vitest'
import { bps } from '@/lib/domain/units/units'
import { formatBasisPoints, formatCount, formatDecimal } from './number'

const text = (value: bigint, digits = 2) => formatDecimal({ value, scale: 6, digits, locale: 'en' })

describe('formatDecimal', () => {
  it('groups thousands and keeps trailing zeros', () => expect(text(1_234_500_000n)).toBe('1,234.50'))
  it('rounds half away from zero', () => {
    expect(text(1_005_000n)).toBe('1.01')
    expect(text(1_004_999n)).toBe('1.00')
    expect(text(-1_005_000n)).toBe('−1.01')
  })
  it('carries a rounding into the whole part', () => expect(text(999_999_999n)).toBe('1,000.00'))
  it('writes no sign before a value that reads as zero', () => expect(text(-1n)).toBe('0.00'))
  it('writes a plus only when asked', () => {
    expect(formatDecimal({ value: 5n, scale: 0, digits: 0, locale: 'en', signed: true })).toBe('+5')
    expect(formatDecimal({ value: 0n, scale: 0, digits: 0, locale: 'en', signed: true })).toBe('0')
  })
  it('is exact where a floating-point number is not', () => {
    const value = 123_456_789_012_345_678_901_234_567n
    expect(text(value, 6)).toBe('123,456,789,012,345,678,901.234567')
    expect(formatDecimal({ value, scale: 6, digits: 6, locale: 'zh' })).toBe('123,456,789,012,345,678,901.234567')
  })
})

describe('formatBasisPoints', () => {
  it('shows no more digits than it has', () => {
    expect(formatBasisPoints(bps(9500n), 'en')).toBe('95%')
    expect(formatBasisPoints(bps(9938n), 'en')).toBe('99.38%')
    expect(formatBasisPoints(bps(50n), 'zh')).toBe('0.5%')
  })
})

describe('formatCount', () => {
  it('groups thousands', () => expect(formatCount(7129, 'en')).toBe('7,129'))
})
