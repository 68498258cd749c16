import { describe, expect, it } from 'vitest'
import { exactDecimal } from './decimal'

describe('exactDecimal', () => {
  it.each([
    ['0', 6, 0n],
    ['-0.0', 6, 0n],
    ['1', 6, 1_000_000n],
    ['0.1', 6, 100_000n],
    ['0.30000000000000004', 18, 300_000_000_000_000_040n],
    ['-12.345678', 6, -12_345_678n],
    ['+1.50', 1, 15n],
    ['00.5', 1, 5n],
    ['8e-05', 6, 80n],
    ['1.5E3', 0, 1_500n],
    ['0.000000', 3, 0n],
    ['1.2340', 3, 1_234n],
  ])('%s is exact', (text, scale, value) => {
    expect(exactDecimal(text, scale)).toBe(value)
  })

  it.each([
    ['1.2345', 3, 'tooFine'],
    ['1e-7', 6, 'tooFine'],
    ['0.0000001', 6, 'tooFine'],
    ['1e99', 6, 'tooLarge'],
    ['', 3, 'malformed'],
    ['.', 3, 'malformed'],
    ['1,5', 3, 'malformed'],
    ['=1+1', 3, 'malformed'],
    ['0x10', 3, 'malformed'],
    ['NaN', 3, 'malformed'],
    ['Infinity', 3, 'malformed'],
    ['1 000', 3, 'malformed'],
    ['١', 3, 'malformed'],
    ['9'.repeat(61), 3, 'malformed'],
  ])('%s at %i decimals is %s', (text, scale, fault) => {
    expect(exactDecimal(text, scale)).toBe(fault)
  })
})
