/** The market counts time ten hours ahead of UTC, summer and winter. */
import { Faulty, shown } from '../faulty'
import { dayNumber } from '../time-stamp'

const AHEAD_S = 10 * 3_600
export const DAY_S = 86_400
const DAY = /^(\d{4})(\d{2})(\d{2})$/
/** The market began in 1998; two centuries keep what days are remembered within bounds. */
const YEARS = { from: 1990, to: 2190 }

/** Days since 1 January 1970 of a date such as 20050328. */
export function marketDay(text: string, line: number): number {
  const [, year, month, date] = DAY.exec(text) ?? []
  const day = year === undefined ? null : dayNumber(Number(year), Number(month), Number(date))
  if (day === null || Number(year) < YEARS.from || Number(year) > YEARS.to)
    throw new Faulty('NemDateUnknown', { text: shown(text) }, line)
  return day
}

/** The first instant of a day, in UTC seconds. */
export const startOf = (day: number) => day * DAY_S - AHEAD_S

/** The instant of a text such as 20050329075500, in UTC seconds. */
export function marketTime(text: string, line: number): number {
  const clock = /^\d{8}(\d{2})(\d{2})(\d{2})$/.exec(text)
  const [hour, minute, second] = (clock ?? []).slice(1).map(Number)
  if (hour === undefined || minute === undefined || second === undefined || hour > 23 || minute > 59 || second > 59)
    throw new Faulty('NemTimeUnknown', { text: shown(text) }, line)
  return startOf(marketDay(text.slice(0, 8), line)) + hour * 3_600 + minute * 60 + second
}

export const shownDay = (day: number) => new Date(day * DAY_S * 1_000).toISOString().slice(0, 10)

/** As people of the market write it. */
export function shownTime(time: number): string {
  return new Date((time + AHEAD_S) * 1_000).toISOString().slice(0, 19).replace('T', ' ')
}
