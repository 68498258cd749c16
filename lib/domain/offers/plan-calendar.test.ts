import { describe, expect, it } from 'vitest'
import { localClock } from '../metering/local-clock'
import { DAY_KINDS, planCalendar, type CalendarPeriod, type DayKind, type Window } from './plan-calendar'

const clock = localClock('Europe/London')
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const WORKDAYS: DayKind[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const hours = (from: number, to: number, changes: Partial<Window> = {}): Window => {
  return { months: MONTHS, days: [...DAY_KINDS], from: from * 60, to: to * 60, ...changes }
}
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
const calendarOf = (periods: CalendarPeriod[], holidays: string[] = []) => {
  const calendar = planCalendar('use', periods, new Set(holidays.map(dayOf)))
  return (text: string, minutes = 30) =>
    calendar.periods[calendar.periodAt(clock(Date.parse(`${text}:00Z`) / 1_000), minutes)]
}

describe('planCalendar', () => {
  it('has no weekday on a holiday', () => {
    const peak = { name: 'peak', windows: [hours(7, 19, { days: WORKDAYS })] }
    const periodAt = calendarOf([peak, { name: 'off', windows: 'rest' }], ['2026-12-25'])
    expect(periodAt('2026-12-24T12:00')).toBe('peak') // Thursday
    expect(periodAt('2026-12-25T12:00')).toBe('off') // Friday, and Christmas
    expect(periodAt('2026-12-26T12:00')).toBe('off') // Saturday
    expect(periodAt('2026-12-28T12:00')).toBe('peak')
  })

  it('may price holidays on their own', () => {
    const holiday = { name: 'holiday', windows: [hours(0, 24, { days: ['holiday'] })] }
    const periodAt = calendarOf([holiday, { name: 'other', windows: 'rest' }], ['2026-12-25'])
    expect(
      ['2026-12-24T23:30', '2026-12-25T00:00', '2026-12-25T23:30', '2026-12-26T00:00'].map((at) => periodAt(at)),
    ).toEqual(['other', 'holiday', 'holiday', 'other'])
  })

  it('lays a window over midnight on both ends of its own date', () => {
    const night = { name: 'night', windows: [hours(23, 7, { days: ['fri'] })] }
    const periodAt = calendarOf([night, { name: 'day', windows: 'rest' }])
    expect(periodAt('2026-01-02T06:30')).toBe('night') // Friday morning
    expect(periodAt('2026-01-02T07:00')).toBe('day')
    expect(periodAt('2026-01-02T23:00')).toBe('night')
    expect(periodAt('2026-01-03T00:00')).toBe('day') // Saturday morning
  })

  it('changes at the first minute of a month, local time', () => {
    const summer = { name: 'summer', windows: [hours(0, 24, { months: [7, 8] })] }
    const periodAt = calendarOf([summer, { name: 'winter', windows: 'rest' }])
    expect(periodAt('2026-06-30T22:30')).toBe('winter') // 23:30 in London
    expect(periodAt('2026-06-30T23:00')).toBe('summer')
    expect(periodAt('2026-08-31T22:30')).toBe('summer')
    expect(periodAt('2026-08-31T23:00')).toBe('winter')
  })

  it('refuses a gap and says where it is', () => {
    expect(() => calendarOf([{ name: 'day', windows: [hours(0, 23)] }])).toThrow(
      /^CalendarHasGap: .*month 1, sun, 23:00/,
    )
  })

  it('refuses an overlap and names both periods', () => {
    const both = [
      { name: 'day', windows: [hours(6, 22)] },
      { name: 'peak', windows: [hours(21, 22, { days: ['tue'] })] },
    ]
    expect(() => calendarOf(both)).toThrow(/^CalendarOverlaps: .*month 1, tue, 21:00 as "day" and as "peak"/)
  })

  it('needs a price for holidays only when there are some', () => {
    const periods = [
      { name: 'work', windows: [hours(0, 24, { days: WORKDAYS })] },
      { name: 'weekend', windows: [hours(0, 24, { days: ['sat', 'sun'] })] },
    ]
    expect(calendarOf(periods)('2026-01-03T12:00')).toBe('weekend')
    expect(() => calendarOf(periods, ['2026-12-25'])).toThrow(/^CalendarHasGap: .*holiday/)
  })

  it('refuses an interval that a window cuts', () => {
    const periodAt = calendarOf([
      { name: 'early', windows: [{ ...hours(0, 8), to: 450 }] },
      { name: 'late', windows: 'rest' },
    ])
    expect(periodAt('2026-01-05T07:00', 30)).toBe('early')
    expect(periodAt('2026-01-05T07:30', 30)).toBe('late')
    expect(() => periodAt('2026-01-05T07:00', 60)).toThrow(
      /^WindowCutsInterval: .*60-minute interval at 07:00 on 2026-01-05/,
    )
  })
})
