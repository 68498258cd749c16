import { describe, expect, it } from 'vitest'
import { parsePlannedKwh } from './plan-text'

describe('parsePlannedKwh', () => {
  it('reads whole and broken kilowatt-hours to the Wh', () => {
    expect(parsePlannedKwh('120')).toBe(120_000n)
    expect(parsePlannedKwh(' 1 200.5 ')).toBe(1_200_500n)
    expect(parsePlannedKwh('12,5')).toBe(12_500n)
    expect(parsePlannedKwh('0,001')).toBe(1n)
    expect(parsePlannedKwh('999999999.999')).toBe(999_999_999_999n)
  })

  it.each(['', '-1', '1e3', '1.2345', 'abc', '1,000.5', '1,234', '1000000000'])('refuses %j', (text) =>
    expect(parsePlannedKwh(text)).toBeNull(),
  )
})
