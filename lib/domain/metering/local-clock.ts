/** The wall clock of a time zone for many instants in order: the zone's rules are asked twice a day, not for each one. */
import { offsetAt } from './calendar'

const DAY_S = 86_400

/** What the wall clock shows at an instant. */
export interface LocalTime {
  /** The instant, UTC seconds. */
  at: number
  year: number
  /** 1–12. */
  month: number
  /** Of the month, 1–31. */
  day: number
  /** Days since 1 January 1970 on the wall calendar: one number for each date. */
  dayNumber: number
  /** 0 is Sunday. */
  weekday: number
  /** Minutes since the wall clock showed 00:00. */
  minute: number
}

type LocalDay = Omit<LocalTime, 'at' | 'minute'>

export type LocalClock = (utcSeconds: number) => LocalTime

export function localClock(timeZone: string): LocalClock {
  let utcDay = Number.NaN
  /** Of the whole UTC day, or null where the clocks change in it. */
  let offset: number | null = null
  let shown: LocalDay | undefined
  return (utc) => {
    const number = Math.floor(utc / DAY_S)
    if (number !== utcDay) {
      const [first, last] = [offsetAt(number * DAY_S, timeZone), offsetAt((number + 1) * DAY_S - 1, timeZone)]
      utcDay = number
      offset = first === last ? first : null
    }
    const wall = utc + (offset ?? offsetAt(utc, timeZone))
    const dayNumber = Math.floor(wall / DAY_S)
    if (shown?.dayNumber !== dayNumber) shown = dateOf(dayNumber)
    // Written out: spreading takes most of the time of a long file.
    const { year, month, day, weekday } = shown
    return { at: utc, year, month, day, dayNumber, weekday, minute: Math.floor((wall - dayNumber * DAY_S) / 60) }
  }
}

function dateOf(dayNumber: number): LocalDay {
  const date = new Date(dayNumber * DAY_S * 1_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    dayNumber,
    weekday: date.getUTCDay(),
  }
}
