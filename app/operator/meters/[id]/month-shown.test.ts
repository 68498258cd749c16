import { describe, expect, it } from 'vitest'
import { monthAsked, monthBefore, monthText } from './month-shown'

/** Already February in Shanghai, still January in London. */
const NOW = Date.parse('2026-01-31T20:00Z') / 1_000

describe('the month of a page', () => {
  it('is the one asked for, or the local month of now', () => {
    expect(monthAsked('2025-12', NOW, 'Asia/Shanghai')).toEqual({ year: 2025, month: 12 })
    for (const text of [undefined, '', '2025-13', '2025-00', '1999-12', "2025-01'", ['2025-01', '2025-02']])
      expect(monthAsked(text, NOW, 'Asia/Shanghai')).toEqual({ year: 2026, month: 2 })
    expect(monthAsked(undefined, NOW, 'Europe/London')).toEqual({ year: 2026, month: 1 })
  })

  it('is written as addresses have it, and follows another', () => {
    expect(monthText({ year: 2026, month: 1 })).toBe('2026-01')
    expect(monthBefore({ year: 2026, month: 1 })).toEqual({ year: 2025, month: 12 })
    expect(monthBefore({ year: 2026, month: 3 })).toEqual({ year: 2026, month: 2 })
  })
})
