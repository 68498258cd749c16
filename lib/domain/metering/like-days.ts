/** Days that are like another: working days, Saturdays and Sundays. A public holiday counts as the weekday it falls on. */
import { addDays, datesOf, type LocalDate } from './calendar'

/** How far a like day may lie away: four weeks hold four Saturdays and four Sundays. */
export const LIKE_DAYS_REACH = 28
const [SUNDAY, SATURDAY] = [0, 6]

type DayClass = 'working' | 'saturday' | 'sunday'

export function dayClassOf(date: LocalDate): DayClass {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === SUNDAY) return 'sunday'
  return weekday === SATURDAY ? 'saturday' : 'working'
}

/** Nearest first. */
export function likeDays(date: LocalDate, direction: 'before' | 'after'): LocalDate[] {
  const step = direction === 'before' ? -1 : 1
  const within = Array.from({ length: LIKE_DAYS_REACH }, (_, index) => addDays(date, step * (index + 1)))
  return within.filter((other) => dayClassOf(other) === dayClassOf(date))
}

/** Every date of the same month one year before. */
export function monthYearBefore(date: LocalDate): LocalDate[] {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return datesOf({ year: year - 1, month })
}
