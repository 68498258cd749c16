import { describe, expect, it } from 'vitest'
import { parseCount, parseDecimal, parseKwh, parseMoney, parsePercent, parsePrice } from './parse-amount'

describe('parseDecimal', () => {
  it.each([
    ['0.38447', 384_470n],
    ['12', 12_000_000n],
    [' 0.000001 ', 1n],
    ['007.50', 7_500_000n],
    ['９．５', 9_500_000n],
  ])('reads %j exactly', (text, value) => expect(parseDecimal(text, 6)).toBe(value))

  it('keeps more digits than a floating-point number has', () =>
    expect(parseDecimal('90071992547409931.123457', 6)).toBe(90_071_992_547_409_931_123_457n))

  it.each([
    '',
    '.',
    '.5',
    '5.',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '1 000',
    '1,5',
    '1,234',
    '0.0000001',
    '¥1',
    'NaN',
    '9'.repeat(41),
  ])('refuses %j', (text) => expect(parseDecimal(text, 6)).toBeNull())
})

describe('quantities', () => {
  it('have the decimals of their unit', () => {
    expect(parsePrice('0.384470')).toBe(384_470n)
    expect(parseMoney('5000.000001')).toBe(5_000_000_001n)
    expect(parseKwh('1234.567')).toBe(1_234_567n)
    expect(parseKwh('0.0001')).toBeNull()
    expect(parsePercent('95.25')).toBe(9_525n)
    expect(parsePercent('95.255')).toBeNull()
  })

  it('are refused when they do not fit on chain', () => {
    expect(parsePrice('18446744073709.551615')).toBe(18_446_744_073_709_551_615n)
    expect(parsePrice('18446744073709.551616')).toBeNull()
    expect(parsePercent('655.36')).toBeNull()
  })
})

describe('parseCount', () => {
  it('reads whole numbers up to its limit', () => {
    expect(parseCount('60', 60)).toBe(60)
    expect(parseCount('61', 60)).toBeNull()
    expect(parseCount('1.0', 60)).toBeNull()
  })
})
