import { describe, expect, it } from 'vitest'
import { dayBounds } from './calendar'
import { dateOfDay, dayOfDate, dayStarts } from './day-starts'

describe('dayStarts', () => {
  // Beirut and Santiago change at midnight, Lord Howe by half an hour, Casablanca goes back for a month, Apia had no 30 December 2011,
  // Shanghai went back by 5 minutes and 43 seconds into 1901.
  it.each([
    ['Europe/London', '2024-01-01', 731],
    ['Australia/Sydney', '2011-07-01', 366],
    ['America/New_York', '2023-11-01', 366],
    ['Asia/Shanghai', '2024-02-01', 366],
    ['Asia/Beirut', '2024-01-01', 366],
    ['America/Santiago', '2024-01-01', 366],
    ['Australia/Lord_Howe', '2024-01-01', 366],
    ['Africa/Casablanca', '2024-01-01', 366],
    ['Pacific/Apia', '2011-12-01', 29],
    ['Asia/Shanghai', '1900-12-25', 20],
    ['Asia/Kolkata', '2024-01-01', 40],
  ])('are those of the calendar in %s', (timeZone, from, count) => {
    const first = dayOfDate(from)
    const starts = dayStarts(first, count, timeZone)
    const expected = Array.from({ length: count }, (_, day) => dayBounds(dateOfDay(first + day), timeZone))
    expect([...starts]).toEqual([...expected.map(({ start }) => start), expected.at(-1)?.end])
  })

  it('reads a date back as it was written', () => {
    expect(['1970-01-01', '2024-02-29', '2100-03-01'].map((date) => dateOfDay(dayOfDate(date)))).toEqual([
      '1970-01-01',
      '2024-02-29',
      '2100-03-01',
    ])
  })
})
