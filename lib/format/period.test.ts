import { describe, expect, it } from 'vitest'
import { formatDay, formatLastDay, formatMinute, formatPeriod, formatShortMonth, type TimeStyle } from './period'

const seconds = (iso: string) => Date.parse(iso) / 1000
const shanghai: TimeStyle = { locale: 'en', timeZone: 'Asia/Shanghai' }
const london: TimeStyle = { locale: 'en', timeZone: 'Europe/London' }
const november = { start: seconds('2026-11-01T00:00+08:00'), end: seconds('2026-12-01T00:00+08:00') }

describe('formatPeriod', () => {
  it('names a whole calendar month of the market', () => {
    expect(formatPeriod(november, shanghai)).toBe('November 2026')
    expect(formatPeriod(november, { ...shanghai, locale: 'zh' })).toBe('2026年11月')
  })
  it('names December, whose end is in the next year', () => {
    const december = { start: november.end, end: seconds('2027-01-01T00:00+08:00') }
    expect(formatPeriod(december, shanghai)).toBe('December 2026')
  })
  it('names a month with a 25-hour day', () => {
    const october = { start: seconds('2026-10-01T00:00+01:00'), end: seconds('2026-11-01T00:00Z') }
    expect(formatPeriod(october, london)).toBe('October 2026')
  })
  it('writes the first and last day of anything else', () => {
    const half = { start: november.start, end: seconds('2026-11-16T00:00+08:00') }
    expect(formatPeriod(half, shanghai)).toBe('1 Nov 2026 – 15 Nov 2026')
  })
  it('does not take the month of another zone for its own', () =>
    expect(formatPeriod(november, london)).not.toBe('November 2026'))
})

describe('dates', () => {
  it('uses the zone it is given', () => {
    expect(formatDay(november.start, shanghai)).toBe('1 Nov 2026')
    expect(formatDay(november.start, london)).toBe('31 Oct 2026')
    expect(formatMinute(november.start, london)).toBe('31 Oct 2026, 16:00')
    expect(formatShortMonth(november.start, shanghai)).toBe('Nov 2026')
  })
  it('says the last day of what ends with a month, also where clocks change in its last night', () => {
    expect(formatLastDay(november.end, shanghai)).toBe('30 Nov 2026')
    expect(formatLastDay(seconds('2026-11-01T00:00Z'), london)).toBe('31 Oct 2026')
    expect(formatLastDay(seconds('2026-11-16T10:30+08:00'), shanghai)).toBe('16 Nov 2026')
  })
})
