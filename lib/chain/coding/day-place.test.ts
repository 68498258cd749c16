import { describe, expect, it } from 'vitest'
import { meterIdOf, provableDay } from './day-place'

describe('the place that an address names', () => {
  it('has a date that can be proven: one of the calendar, which another follows', () => {
    expect(['1970-01-01', '2028-02-29', '9999-12-30'].every(provableDay)).toBe(true)
    const others = ['1969-12-31', '2026-02-30', '9999-12-31', '+010000-01-01', '2026-1-1', '', null, ['2026-01-01']]
    expect(others.some(provableDay)).toBe(false)
  })

  it('has a meter by its whole id, in any letters', () => {
    expect(meterIdOf(`0x${'AB'.repeat(32)}`)).toBe(`0x${'ab'.repeat(32)}`)
    expect([`0x${'a'.repeat(63)}`, `0x${'g'.repeat(64)}`, 5].map(meterIdOf)).toEqual([null, null, null])
  })
})
