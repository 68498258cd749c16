import { describe, expect, it } from 'vitest'
import {
  addDays,
  datesOf,
  dayBounds,
  daysBetween,
  hoursOf,
  localDateOf,
  monthBounds,
  nextMonth,
  wallClockAt,
} from './calendar'

const utc = (text: string) => Date.parse(text) / 1_000
const hoursIn = (date: string, timeZone: string) => {
  const { start, end } = dayBounds(date, timeZone)
  return (end - start) / 3_600
}

describe('local days', () => {
  it('has 24 hours every day in Shanghai', () => {
    expect(dayBounds('2026-01-01', 'Asia/Shanghai')).toEqual({
      start: utc('2025-12-31T16:00:00Z'),
      end: utc('2026-01-01T16:00:00Z'),
    })
    expect(hoursIn('2026-03-29', 'Asia/Shanghai')).toBe(24)
  })

  it('has 23 hours in London when the clocks go forward and 25 when they go back', () => {
    expect(dayBounds('2026-03-29', 'Europe/London')).toEqual({
      start: utc('2026-03-29T00:00:00Z'),
      end: utc('2026-03-29T23:00:00Z'),
    })
    expect(hoursIn('2026-10-25', 'Europe/London')).toBe(25)
    expect(hoursIn('2026-10-26', 'Europe/London')).toBe(24)
  })

  it('has 25 hours in Sydney in April and 23 in October', () => {
    expect(hoursIn('2026-04-05', 'Australia/Sydney')).toBe(25)
    expect(hoursIn('2026-10-04', 'Australia/Sydney')).toBe(23)
    expect(dayBounds('2026-04-06', 'Australia/Sydney').start).toBe(utc('2026-04-05T14:00:00Z'))
  })

  it('has 23 hours in New York in March and 25 in November', () => {
    expect(hoursIn('2026-03-08', 'America/New_York')).toBe(23)
    expect(hoursIn('2026-11-01', 'America/New_York')).toBe(25)
    expect(dayBounds('2026-11-01', 'America/New_York').start).toBe(utc('2026-11-01T04:00:00Z'))
  })

  it('starts a day that has no midnight at the first instant of its date', () => {
    expect(dayBounds('2018-11-04', 'America/Sao_Paulo')).toEqual({
      start: utc('2018-11-04T03:00:00Z'),
      end: utc('2018-11-05T02:00:00Z'),
    })
  })

  it.each([
    'Asia/Shanghai',
    'Europe/London',
    'Australia/Sydney',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
  ])('lays the days of 2026 end to end in %s', (timeZone) => {
    let end = dayBounds('2025-12-31', timeZone).end
    for (let month = 1; month <= 12; month++) {
      for (const date of datesOf({ year: 2026, month })) {
        const day = dayBounds(date, timeZone)
        expect(day.start).toBe(end)
        expect(localDateOf(day.start, timeZone)).toBe(date)
        expect(localDateOf(day.end - 1, timeZone)).toBe(date)
        end = day.end
      }
    }
    expect(end).toBe(dayBounds('2027-01-01', timeZone).start)
  })

  it('refuses a date that does not exist', () => {
    expect(() => dayBounds('2026-02-29', 'Europe/London')).toThrow('not a calendar date')
    expect(() => dayBounds('yesterday', 'Europe/London')).toThrow('not a calendar date')
  })
})

describe('local hours', () => {
  it('skips an hour in London in March and repeats one in October', () => {
    expect(
      hoursOf('2026-03-29', 'Europe/London')
        .map((hour) => hour.hour)
        .slice(0, 3),
    ).toEqual([0, 2, 3])
    const autumn = hoursOf('2026-10-25', 'Europe/London')
    expect(autumn.map((hour) => hour.hour).slice(0, 4)).toEqual([0, 1, 1, 2])
    expect(autumn[0]).toEqual({ start: utc('2026-10-24T23:00:00Z'), month: 10, hour: 0 })
  })

  it('shows midnight as hour 0 of the new date', () => {
    expect(wallClockAt(utc('2025-12-31T16:00:00Z'), 'Asia/Shanghai')).toEqual({
      date: '2026-01-01',
      hour: 0,
      minute: 0,
      second: 0,
    })
  })
})

describe('months', () => {
  it('bounds a month at local midnights, on either side of a clock change', () => {
    expect(monthBounds({ year: 2026, month: 3 }, 'Europe/London')).toEqual({
      start: utc('2026-03-01T00:00:00Z'),
      end: utc('2026-03-31T23:00:00Z'),
    })
    expect(monthBounds({ year: 2026, month: 12 }, 'Asia/Shanghai')).toEqual({
      start: utc('2026-11-30T16:00:00Z'),
      end: utc('2026-12-31T16:00:00Z'),
    })
  })

  it('follows December with January', () => {
    expect(nextMonth({ year: 2026, month: 12 })).toEqual({ year: 2027, month: 1 })
    expect(nextMonth({ year: 2026, month: 1 })).toEqual({ year: 2026, month: 2 })
  })

  it('counts dates across a leap day', () => {
    expect(datesOf({ year: 2024, month: 2 })).toHaveLength(29)
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween({ from: '2024-03-01', to: '2023-03-01' })).toBe(-366)
  })
})
