import { describe, expect, it } from 'vitest'
import { micro, wh } from '@/lib/domain/units/units'
import {
  parseAmount,
  parseCount,
  parseDecimal,
  parseDemandPrice,
  parseFactor,
  parseKw,
  parseKwh,
  parseMoney,
  parsePercent,
  parsePrice,
  parseSignedPrice,
  typedKwh,
  typedMoney,
} from './parse-amount'

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
    ['12,5', 12_500_000n],
    ['1,23', 1_230_000n],
    ['1,2345', 1_234_500n],
    ['0,384', 384_000n],
    ['1234,567', 1_234_567_000n],
    ['９，５', 9_500_000n],
  ])('takes the comma of %j for a decimal comma: it can be nothing else', (text, value) =>
    expect(parseDecimal(text, 6)).toBe(value),
  )

  it.each(['1,234', '12,345', '999,000', '１，２３４'])('refuses %j, which is thousands to some', (text) =>
    expect(parseDecimal(text, 6)).toBeNull(),
  )

  it.each([
    ['1 200.5', 1_200_500_000n],
    ['1 234 567', 1_234_567_000_000n],
    ['1\u00a0200', 1_200_000_000n],
    ['1\u202f200,25', 1_200_250_000n],
    ['1 234,567', 1_234_567_000n],
  ])('reads %j with its thousands apart', (text, value) => expect(parseDecimal(text, 6)).toBe(value))

  it.each([
    '',
    '.',
    '.5',
    '5.',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '1 00',
    '12 34',
    '1  000',
    '1000 000',
    ' ',
    ',5',
    '5,',
    '1,234.5',
    '1.234,5',
    '1,234,567',
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

describe('parseAmount', () => {
  const most = micro(2_000_000_000n)

  it('reads an amount to the millionth', () => {
    expect(parseAmount(' 1250.5 ', most)).toEqual({ ok: true, value: 1_250_500_000n })
    expect(parseAmount('12,50', most)).toEqual({ ok: true, value: 12_500_000n })
    expect(parseAmount('2000', most)).toEqual({ ok: true, value: 2_000_000_000n })
  })

  it.each([
    ['', 'malformed'],
    ['1,250', 'malformed'],
    ['-5', 'malformed'],
    ['1.0000001', 'malformed'],
    ['0.00', 'zero'],
    ['2000.000001', 'tooMuch'],
  ])('refuses %j as %s', (text, fault) => {
    expect(parseAmount(text, most)).toEqual({ ok: false, fault })
  })

  it('takes any amount while nobody knows what there is', () => {
    expect(parseAmount('5000', null)).toEqual({ ok: true, value: 5_000_000_000n })
  })
})

describe('a value as it would be typed', () => {
  it.each([1n, 250_000_000n, 1_250_500_000n, 1_234_000n])('reads back as the same amount: %s µ', (amount) =>
    expect(parseMoney(typedMoney(micro(amount)))).toBe(amount),
  )

  it.each([0n, 1n, 1_500n, 120_000n, 999_999_999n])('reads back as the same energy: %s Wh', (energy) =>
    expect(parseKwh(typedKwh(wh(energy)))).toBe(energy),
  )

  it('has no more decimals than it needs', () => {
    expect([typedKwh(wh(120_000n)), typedKwh(wh(1_250n)), typedMoney(micro(1n))]).toEqual(['120', '1.25', '0.000001'])
  })
})

describe('parseCount', () => {
  it('reads whole numbers up to its limit', () => {
    expect(parseCount('60', 60)).toBe(60)
    expect(parseCount('61', 60)).toBeNull()
    expect(parseCount('1.0', 60)).toBeNull()
  })
})

describe('quantities of formulas', () => {
  it.each([
    ['0.015', 15_000n],
    ['-0.015', -15_000n],
    ['\u22120.015', -15_000n],
    ['－０．０１５', -15_000n],
    ['-0', 0n],
    ['--1', null],
    ['-', null],
    ['- 1 -', null],
    ['9223372036854.775807', 9_223_372_036_854_775_807n],
    ['9223372036854.775808', null],
  ])('reads a price that may be below zero: %j', (text, value) => expect(parseSignedPrice(text)).toBe(value))

  it('reads a price of a kW, kW, and a factor above what a percentage may be', () => {
    expect(parseDemandPrice('42.5')).toBe(42_500_000n)
    expect(parseKw('0.001')).toBe(1n)
    expect(parseKw('0.0001')).toBeNull()
    expect([parsePercent('655.36'), parseFactor('655.36')]).toEqual([null, 65_536n])
    expect([parseFactor('42949672.95'), parseFactor('42949672.96')]).toEqual([4_294_967_295n, null])
  })
})
