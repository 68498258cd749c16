import { describe, expect, it } from 'vitest'
import { marketRegisterCalendar, registerCalendar, registerIndex, REGISTERS } from './registers'

describe('register calendar', () => {
  it('gives every hour of every month one register in the market calendar', () => {
    expect(marketRegisterCalendar).toHaveLength(12)
    for (const hours of marketRegisterCalendar) {
      expect(hours).toHaveLength(24)
      expect(new Set(hours)).toEqual(new Set(REGISTERS))
    }
  })

  it('counts the evening as sharp and the small hours as deep valley', () => {
    expect(registerIndex(marketRegisterCalendar, { month: 1, hour: 18 })).toBe(0)
    expect(registerIndex(marketRegisterCalendar, { month: 1, hour: 20 })).toBe(1)
    expect(registerIndex(marketRegisterCalendar, { month: 7, hour: 2 })).toBe(4)
    expect(registerIndex(marketRegisterCalendar, { month: 12, hour: 23 })).toBe(3)
  })

  it('may differ by month', () => {
    const calendar = registerCalendar([
      { register: 'flat', from: 0, to: 18 },
      { register: 'sharp', from: 18, to: 24, months: [7, 8] },
      { register: 'peak', from: 18, to: 24, months: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] },
    ])
    expect(registerIndex(calendar, { month: 8, hour: 20 })).toBe(0)
    expect(registerIndex(calendar, { month: 9, hour: 20 })).toBe(1)
  })

  it('refuses windows that overlap', () => {
    const windows = [
      { register: 'flat' as const, from: 0, to: 24 },
      { register: 'peak' as const, from: 9, to: 10 },
    ]
    expect(() => registerCalendar(windows)).toThrow('month 1 hour 9 counts on 2 registers')
  })

  it('refuses windows that leave a gap', () => {
    expect(() => registerCalendar([{ register: 'flat', from: 0, to: 23 }])).toThrow(
      'month 1 hour 23 counts on 0 registers',
    )
  })
})
