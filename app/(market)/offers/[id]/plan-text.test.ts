import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { kwhText, parseKwh } from './plan-text'

describe('parseKwh', () => {
  it('reads whole and broken kilowatt-hours to the Wh', () => {
    expect(parseKwh('120')).toBe(120_000n)
    expect(parseKwh(' 1 200.5 ')).toBe(1_200_500n)
    expect(parseKwh('0,001')).toBe(1n)
  })
  it('refuses what is no amount of energy', () => {
    for (const text of ['', '-1', '1e3', '1.2345', 'abc', '1,000.5', '12345678901']) expect(parseKwh(text)).toBeNull()
  })
  it('reads what it writes', () => {
    for (const energy of [0n, 1n, 1_500n, 120_000n, 999_999_999n]) expect(parseKwh(kwhText(wh(energy)))).toBe(energy)
  })
})
