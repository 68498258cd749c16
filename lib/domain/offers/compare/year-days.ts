/**
 * Which measured day stands for each day of a year. First itself; else the same weekday a multiple of 52 weeks away; else a
 * day of a week of the same season (week-draws.ts). What is not measured is so made up from what is, and counted.
 */
import { nextMonth, type MonthOfYear } from '../../metering/calendar'
import type { SeededRandom } from '../../units/seeded-random'
import type { UseHistory, YearBasis } from './compared'
import { weekDraws, WEEK_DAYS } from './week-draws'

export const YEAR_MONTHS = 12
const DAY_MS = 86_400_000
const YEAR_WEEKS_DAYS = 364
const MOST_SHIFTS = 10

/** Places of the history's days by day number. */
export interface KnownDays {
  first: number
  last: number
  /** −1 where the day is not known. */
  placeOf(day: number): number
}

export interface YearDays {
  /** Twelve months, and for each the first of its days in `places`; the last entry is their number. */
  months: readonly MonthOfYear[]
  from: Int32Array
  /** For each day of the year the place of the day in the history that stands for it. */
  places: Int32Array
  counts: Pick<YearBasis, 'measured' | 'shifted' | 'resampled'>
}

export function knownDays({ days }: Pick<UseHistory, 'days'>): KnownDays {
  const first = days[0] ?? 0
  const last = days.at(-1) ?? -1
  const places = new Int32Array(last - first + 1).fill(-1)
  days.forEach((day, place) => (places[day - first] = place))
  return { first, last, placeOf: (day) => places[day - first] ?? -1 }
}

/** The twelve months that the data knows best: they end with its last month, or with the one before if that is known better. */
export function yearBestKnown(known: KnownDays): MonthOfYear {
  const last = monthOfDay(known.last)
  const latest = { year: last.year - 1, month: last.month }
  const later = nextMonth(latest)
  return countKnown(later, known) >= countKnown(latest, known) ? later : latest
}

export function countKnown(first: MonthOfYear, known: KnownDays): number {
  let count = 0
  const end = firstDay({ ...first, year: first.year + 1 })
  for (let day = firstDay(first); day < end; day++) {
    if (known.placeOf(day) >= 0) count += 1
  }
  return count
}

export function yearDays(first: MonthOfYear, known: KnownDays, random: SeededRandom): YearDays {
  const { months, from, start, size } = yearOf(first)
  const places = new Int32Array(size)
  const counts = { measured: 0, shifted: 0, resampled: 0 }
  const draws = weekDraws(known, start)
  for (let block = 0; block < size; block += WEEK_DAYS) {
    let week: number | null = null
    for (let day = block; day < Math.min(block + WEEK_DAYS, size); day++) {
      const own = known.placeOf(start + day)
      const shifted = own >= 0 ? own : shiftedPlace(start + day, known)
      if (own >= 0) counts.measured += 1
      else if (shifted >= 0) counts.shifted += 1
      else counts.resampled += 1
      places[day] = shifted >= 0 ? shifted : draws.place((week ??= draws.draw(block, random)), day - block)
    }
  }
  return { months, from, places, counts }
}

/** A year of weeks drawn from those of the same season: a year that might as well have been. */
export function drawnYear(first: MonthOfYear, known: KnownDays): (random: SeededRandom) => YearDays {
  const { months, from, start, size } = yearOf(first)
  const draws = weekDraws(known, start)
  return (random) => {
    const places = new Int32Array(size)
    for (let block = 0; block < size; block += WEEK_DAYS) {
      const week = draws.draw(block, random)
      for (let day = block; day < Math.min(block + WEEK_DAYS, size); day++) places[day] = draws.place(week, day - block)
    }
    return { months, from, places, counts: { measured: 0, shifted: 0, resampled: size } }
  }
}

function yearOf(first: MonthOfYear) {
  const months: MonthOfYear[] = []
  for (let month = first; months.length < YEAR_MONTHS; month = nextMonth(month)) months.push(month)
  const start = firstDay(first)
  const from = Int32Array.from([...months, { ...first, year: first.year + 1 }], (month) => firstDay(month) - start)
  return { months, from, start, size: from[YEAR_MONTHS] ?? 0 }
}

/** The nearest one, an earlier one first: it was known before. */
function shiftedPlace(day: number, known: KnownDays): number {
  for (let shift = 1; shift <= MOST_SHIFTS; shift++) {
    const earlier = known.placeOf(day - shift * YEAR_WEEKS_DAYS)
    const place = earlier >= 0 ? earlier : known.placeOf(day + shift * YEAR_WEEKS_DAYS)
    if (place >= 0) return place
  }
  return -1
}

function firstDay({ year, month }: MonthOfYear): number {
  return Date.UTC(year, month - 1, 1) / DAY_MS
}

function monthOfDay(day: number): MonthOfYear {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}
