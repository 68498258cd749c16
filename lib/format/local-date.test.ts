import { describe, expect, it } from 'vitest'
import { formatDuration } from './duration'
import { formatDate, formatDateRange } from './local-date'

describe('a date', () => {
  it('is the same date for whoever reads it, wherever they are', () => {
    expect(formatDate('2026-11-26', 'en', 'full')).toMatch(/^Thursday,? 26 November 2026$/)
    expect(formatDate('2026-11-26', 'zh', 'full')).toBe('2026年11月26日星期四')
    expect(formatDate('2026-01-01', 'en', 'shortMonth')).toBe('Jan')
  })
  it('says once what a range has in common', () => {
    expect(formatDateRange({ first: '2026-11-23', last: '2026-11-29' }, 'en')).toMatch(/^23.{1,3}29 Nov 2026$/)
    expect(formatDateRange({ first: '2026-12-28', last: '2027-01-03' }, 'en')).toMatch(/^28 Dec 2026.{1,3}3 Jan 2027$/)
  })
})

describe('a length of time', () => {
  it.each([
    [45, '45 minutes', '45分钟'],
    [60, '1 hour', '1小时'],
    [150, '2.5 hours', '2.5小时'],
    [25 * 60, '25 hours', '25小时'],
    [12 * 1_440, '12 days', '12天'],
  ])('of %i minutes is %s', (minutes, english, chinese) => {
    expect(formatDuration(minutes, 'en')).toBe(english)
    expect(formatDuration(minutes, 'zh')).toBe(chinese)
  })
})
