import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { addDays, daysBetween } from './calendar'
import { meteredHours, shiftedDay, sourceDateOf, type HourlySeries } from './series'

/** Every hour imports its own position, so that a value tells where it came from. */
function numbered(start: string, days: number): HourlySeries {
  const importWh = Array.from({ length: days * 24 }, (_, position) => wh(BigInt(position)))
  return { start, importWh, exportWh: importWh.map(() => wh(7n)) }
}

const year = numbered('2022-01-01', 365)
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

describe('shifted day', () => {
  it('replays a measured day as itself', () => {
    const day = shiftedDay(year, '2022-01-02')
    expect(day.sourceDate).toBe('2022-01-02')
    expect(day.importWh.map(Number)).toEqual(Array.from({ length: 24 }, (_, hour) => 24 + hour))
    expect(day.exportWh).toHaveLength(24)
    expect(shiftedDay(year, '2022-12-31').sourceDate).toBe('2022-12-31')
  })

  it('takes the latest measured day a multiple of 364 days earlier', () => {
    expect(sourceDateOf(year, '2023-01-01')).toBe('2022-01-02')
    expect(sourceDateOf(year, '2023-12-30')).toBe('2022-12-31')
    expect(sourceDateOf(year, '2023-12-31')).toBe('2022-01-02')
  })

  it.each([
    ['2016-08-01', 365],
    ['2024-01-01', 366],
    ['2023-01-01', 364],
  ])('keeps the weekday for twelve years after a year from %s', (start, days) => {
    const series = numbered(start, days)
    for (let day = 0; day < 12 * 365; day++) {
      const date = addDays(start, day)
      const source = sourceDateOf(series, date)
      expect(weekday(source)).toBe(weekday(date))
      expect(daysBetween({ from: source, to: date }) % 364).toBe(0)
      expect(source >= start && source <= addDays(start, days - 1)).toBe(true)
    }
  })

  it('stays within a week of the season for five years', () => {
    const gap = daysBetween({ from: sourceDateOf(year, '2027-06-15'), to: '2022-06-15' })
    expect(Math.abs(gap)).toBeLessThanOrEqual(7)
  })

  it('refuses a date before the measurement and a series shorter than 364 days', () => {
    expect(() => shiftedDay(year, '2021-12-31')).toThrow('before the series')
    expect(() => shiftedDay(numbered('2022-01-01', 363), '2022-06-01')).toThrow('364 or more')
  })
})

describe('metered hours', () => {
  it('measures 24 hours in Shanghai', () => {
    const hours = meteredHours(year, '2026-05-01', 'Asia/Shanghai')
    expect(hours.map((hour) => hour.importWh)).toEqual(shiftedDay(year, '2026-05-01').importWh)
  })

  it('leaves out the skipped hour and repeats the repeated one', () => {
    const spring = meteredHours(year, '2026-03-29', 'Europe/London')
    const autumn = meteredHours(year, '2026-10-25', 'Europe/London')
    const source = shiftedDay(year, '2026-10-25')
    expect(spring).toHaveLength(23)
    expect(autumn).toHaveLength(25)
    expect([autumn[1]?.importWh, autumn[2]?.importWh]).toEqual([source.importWh[1], source.importWh[1]])
  })
})
