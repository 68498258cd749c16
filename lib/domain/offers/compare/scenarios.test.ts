import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../metering/day-starts'
import { addDays } from '../../metering/calendar'
import { seededRandom } from '../../units/seeded-random'
import type { UseHistory } from './compared'
import { yearOfUse } from './month-cells'
import { scenariosOf } from './scenarios'
import { seasonDistance } from './week-draws'
import { knownDays, yearBestKnown, yearDays } from './year-days'

/** Days from one date to another, both included, without some; a day's energy is its number since 1970. */
function history(from: string, to: string, without: readonly string[] = []): UseHistory {
  const dates: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) if (!without.includes(date)) dates.push(date)
  const days = Int32Array.from(dates, dayOfDate)
  const registers = new Float64Array(days.length * 5)
  days.forEach((day, place) => (registers[place * 5] = day))
  const none = () => new Float64Array(days.length)
  return {
    ...{ timeZone: 'Europe/London', days, registers, exported: none(), maxDemand: none() },
    ...{ daily: new Uint8Array(days.length), indexCost: dates.map(() => null) },
  }
}

const basisOf = (use: UseHistory) => yearOfUse(use, scenariosOf(use, undefined).year).basis
/** Of days that are their own energy: Σ of the day numbers. */
const sumOf = (from: string, count: number) => ((BigInt(dayOfDate(from)) * 2n + BigInt(count - 1)) * BigInt(count)) / 2n

describe('the year that is compared', () => {
  it('is the last twelve whole months of the data, a leap day included', () => {
    const use = history('2023-01-01', '2024-06-30')
    const year = yearOfUse(use, scenariosOf(use, undefined).year)
    expect(year.basis).toEqual({ from: '2023-07', to: '2024-06', measured: 366, shifted: 0, resampled: 0, daily: 0 })
    expect(year.months.map(({ used }) => used)[7]).toBe(sumOf('2024-02-01', 29))
    expect(year.months[0]?.used).toBe(sumOf('2023-07-01', 31))
  })

  it('takes what a year of data from mid-month to mid-month lacks from the other half of that month', () => {
    const basis = basisOf(history('2025-01-15', '2026-01-14'))
    // By hand: the year to December lacks 1–14 January 2025, and 52 weeks later all of those days are known.
    expect(basis).toMatchObject({ from: '2025-01', to: '2025-12', measured: 351, resampled: 0, shifted: 14 })
  })

  it('is scaled up from seven months, and says so', () => {
    const use = history('2025-01-01', '2025-07-31')
    const basis = basisOf(use)
    expect(basis).toMatchObject({ from: '2024-08', to: '2025-07', measured: 212, shifted: 1, resampled: 152 })
    const { year } = scenariosOf(use, undefined)
    // August stands on summer weeks, and December on winter ones.
    const dates = [...year.places].map((place) => use.days[place] ?? 0)
    for (const day of dates.slice(0, 31)) expect(day).toBeGreaterThan(dayOfDate('2025-05-01'))
    for (const day of dates.slice(122, 153)) expect(day).toBeLessThan(dayOfDate('2025-04-01'))
  })

  it('fills a hole with days of the same weekday', () => {
    const use = history('2025-01-01', '2025-12-31', ['2025-05-06', '2025-05-07'])
    const { year } = scenariosOf(use, undefined)
    expect(year.counts).toEqual({ measured: 363, shifted: 0, resampled: 2 })
    const hole = dayOfDate('2025-05-06') - dayOfDate('2025-01-01')
    const stand = use.days[year.places[hole] ?? 0] ?? 0
    expect(Math.abs(stand - dayOfDate('2025-05-06')) % 7).toBe(0)
  })

  it('needs one day, and refuses none', () => {
    expect(basisOf(history('2025-05-06', '2025-05-06'))).toMatchObject({ measured: 1, resampled: 364 })
    expect(() => scenariosOf(history('2025-05-06', '2025-05-05'), undefined)).toThrow(RangeError)
  })
})

describe('scenarios', () => {
  it('are drawn weeks of the season where there is one year, the same for the same seed', () => {
    const use = history('2025-01-01', '2025-12-31')
    const { range, cells } = scenariosOf(use, { count: 12, seed: 4n })
    expect(range).toEqual({ method: 'weeks', scenarios: 12, seed: 4n, days: 365 })
    expect(scenariosOf(use, { count: 12, seed: 4n }).cells).toEqual(cells)
    expect(scenariosOf(use, { count: 12, seed: 5n }).cells).not.toEqual(cells)
    for (const { registers } of cells) {
      // July's days are 31 of at most four weeks and a half around it.
      const mean = (registers[6 * 5] ?? 0) / 31
      expect(Math.abs(mean - dayOfDate('2025-07-16'))).toBeLessThan(40)
    }
  })

  it('are the other years where there are some', () => {
    const use = history('2023-01-01', '2025-12-31', ['2024-03-01'])
    const { range, cells } = scenariosOf(use, undefined)
    expect(range).toMatchObject({ method: 'years', scenarios: 3 })
    expect(cells.map(({ registers }) => BigInt(registers[0] ?? 0))).toEqual(
      ['2025-01-01', '2024-01-01', '2023-01-01'].map((from) => sumOf(from, 31)),
    )
    expect(scenariosOf(use, undefined, 'weeks').range.method).toBe('weeks')
  })

  it('are the year alone where less than four weeks are known', () => {
    expect(scenariosOf(history('2025-03-01', '2025-03-20'), undefined).range).toMatchObject({
      method: 'none',
      scenarios: 1,
    })
  })

  it('measure seasons around the turn of the year', () => {
    const distance = (one: string, other: string) => Math.round(seasonDistance(dayOfDate(one), dayOfDate(other)))
    expect(distance('2025-01-05', '2024-12-29')).toBe(7)
    expect(distance('2025-01-05', '2019-12-29')).toBeLessThanOrEqual(8)
    // 20 October lies 92 days before 20 January, 22 April 92 after it.
    expect(distance('2024-10-20', '2025-04-22')).toBeLessThanOrEqual(29)
  })

  it('know which year the data knows best', () => {
    const known = knownDays(history('2024-01-20', '2025-02-03'))
    expect(yearBestKnown(known)).toEqual({ year: 2024, month: 2 })
    expect(yearDays({ year: 2024, month: 2 }, known, seededRandom(1n)).counts.measured).toBe(366)
  })
})
