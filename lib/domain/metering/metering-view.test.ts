import { describe, expect, it } from 'vitest'
import { spanOf, steppedDate, weekdayOf, yearBefore } from './metering-view'

describe('the span that holds a date', () => {
  it.each([
    ['day', '2026-11-26', '2026-11-26', '2026-11-27'],
    ['week', '2026-11-26', '2026-11-23', '2026-11-30'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-30'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-30'],
    ['month', '2024-02-29', '2024-02-01', '2024-03-01'],
    ['month', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['year', '2026-06-15', '2026-01-01', '2027-01-01'],
  ] as const)('the %s of %s is [%s, %s)', (view, date, from, to) => expect(spanOf(view, date)).toEqual({ from, to }))
})

describe('stepping', () => {
  it.each([
    ['day', '2026-03-01', 'previous', '2026-02-28'],
    ['day', '2026-12-31', 'next', '2027-01-01'],
    ['week', '2026-11-26', 'next', '2026-12-03'],
    ['week', '2026-11-26', 'previous', '2026-11-19'],
    ['month', '2026-03-31', 'previous', '2026-02-01'],
    ['month', '2026-01-31', 'next', '2026-02-01'],
    ['year', '2026-06-15', 'previous', '2025-01-01'],
    ['year', '2026-06-15', 'next', '2027-01-01'],
  ] as const)('from the %s of %s to the %s one is %s', (view, date, step, expected) =>
    expect(steppedDate(view, date, step)).toBe(expected),
  )
})

describe('last year', () => {
  it('is the same weekday for a day and a week', () => {
    expect(yearBefore('day', '2026-11-26')).toBe('2025-11-27')
    expect(weekdayOf('2026-11-26')).toBe(3)
    expect(weekdayOf(yearBefore('day', '2026-11-26'))).toBe(3)
  })
  it('is the same month, or the whole year, otherwise', () => {
    expect(yearBefore('month', '2024-02-29')).toBe('2023-02-01')
    expect(yearBefore('year', '2026-11-26')).toBe('2025-01-01')
  })
})
