import { describe, expect, it } from 'vitest'
import { marketRegisterCalendar, REGISTERS, registerCalendar } from '@/lib/domain/metering/registers'
import { hoursOfRegister, windowText } from './register-hours'

describe('hoursOfRegister', () => {
  it('joins a night that passes midnight', () => {
    expect(hoursOfRegister(marketRegisterCalendar, 'valley', 1).map(windowText)).toEqual(['23:00–02:00', '05:00–07:00'])
  })
  it('finds every window of a register in order', () => {
    expect(hoursOfRegister(marketRegisterCalendar, 'sharp', 7).map(windowText)).toEqual(['18:00–20:00'])
    expect(hoursOfRegister(marketRegisterCalendar, 'peak', 7)).toHaveLength(3)
  })
  it('is a whole day if every hour counts on it, and nothing otherwise', () => {
    const calendar = registerCalendar([{ register: 'flat', from: 0, to: 24 }])
    expect(hoursOfRegister(calendar, 'flat', 1).map(windowText)).toEqual(['00:00–24:00'])
    expect(hoursOfRegister(calendar, 'peak', 1)).toEqual([])
  })
  it('gives each hour to exactly one register', () => {
    const hours = REGISTERS.flatMap((register) => hoursOfRegister(marketRegisterCalendar, register, 1))
    const length = hours.reduce((sum, { from, to }) => sum + ((to - from + 24) % 24 || 24), 0)
    expect(length).toBe(24)
  })
})
