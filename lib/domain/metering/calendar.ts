/** Local days, hours and months of a market's time zone. Instants are UTC seconds; intervals are half open. */

/** A calendar date without a zone, written YYYY-MM-DD: text order is time order. */
export type LocalDate = string

export type Bounds = { start: number; end: number }
export type LocalHour = { start: number; month: number; hour: number }
export type MonthOfYear = { year: number; month: number }

const HOUR_S = 3_600
const DAY_S = 86_400
/** Every zone's offset lies within ±16 hours, so a date's first instant lies within ±16 hours of its UTC midnight. */
const WIDEST_OFFSET_S = 16 * HOUR_S

const NOT_DIGITS = /\D+/

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      ...digits,
      second: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** What a clock on the wall shows at an instant. */
export function wallClockAt(
  utcSeconds: number,
  timeZone: string,
): { date: LocalDate; hour: number; minute: number; second: number } {
  // 09/01/2026, 13:05:00: read from the text, which takes half as long as asking for its parts.
  const shown = clockOf(timeZone).format(utcSeconds * 1_000)
  const [month, day, year = '', hour, minute, second] = shown.split(NOT_DIGITS)
  const date = `${year.padStart(4, '0')}-${month}-${day}`
  return { date, hour: Number(hour), minute: Number(minute), second: Number(second) }
}

export function localDateOf(utcSeconds: number, timeZone: string): LocalDate {
  return wallClockAt(utcSeconds, timeZone).date
}

function utcMidnight(date: LocalDate): number {
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1_000
  // Date.parse rolls 30 February over into March: a date must read back as written.
  if (Number.isNaN(seconds) || dateAtUtcMidnight(seconds) !== date) throw new RangeError(`not a calendar date: ${date}`)
  return seconds
}

function dateAtUtcMidnight(seconds: number): LocalDate {
  return new Date(seconds * 1_000).toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateAtUtcMidnight(utcMidnight(date) + days * DAY_S)
}

/** Whole days from one date to another; negative when `to` is the earlier one. */
export function daysBetween({ from, to }: { from: LocalDate; to: LocalDate }): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_S
}

/** Seconds by which the wall clock is ahead of UTC at an instant. */
export function offsetAt(utcSeconds: number, timeZone: string): number {
  const { date, hour, minute, second } = wallClockAt(utcSeconds, timeZone)
  return utcMidnight(date) + hour * HOUR_S + minute * 60 + second - utcSeconds
}

/** First instant of a local date, also where the clocks jump over midnight. */
export function startOfDay(date: LocalDate, timeZone: string): number {
  const midnight = utcMidnight(date)
  let before = midnight - WIDEST_OFFSET_S
  let from = midnight + WIDEST_OFFSET_S
  const offset = offsetAt(before, timeZone)
  if (offset === offsetAt(from, timeZone)) return midnight - offset
  // The clocks change nearby: halve the span that holds the first instant with this date or a later one.
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (localDateOf(middle, timeZone) < date) before = middle
    else from = middle
  }
  return from
}

/** A local day: 24 hours, or 23 or 25 when the clocks change. */
export function dayBounds(date: LocalDate, timeZone: string): Bounds {
  return { start: startOfDay(date, timeZone), end: startOfDay(addDays(date, 1), timeZone) }
}

/** The hours of a local day in the order they pass, each with what the wall clock shows when it starts. */
export function hoursOf(date: LocalDate, timeZone: string): LocalHour[] {
  const { start, end } = dayBounds(date, timeZone)
  const month = Number(date.slice(5, 7))
  const hours: LocalHour[] = []
  for (let at = start; at < end; at += HOUR_S) hours.push({ start: at, month, hour: wallClockAt(at, timeZone).hour })
  return hours
}

export function nextMonth({ year, month }: MonthOfYear): MonthOfYear {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

export function firstDateOf({ year, month }: MonthOfYear): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}

/** A calendar month (1–12) of the market: the settlement period. */
export function monthBounds(month: MonthOfYear, timeZone: string): Bounds {
  return { start: startOfDay(firstDateOf(month), timeZone), end: startOfDay(firstDateOf(nextMonth(month)), timeZone) }
}

/** Every date of a calendar month, in order. */
export function datesOf(month: MonthOfYear): LocalDate[] {
  return datesIn({ from: firstDateOf(month), to: firstDateOf(nextMonth(month)) })
}

/** Every date of [from, to), in order. */
export function datesIn(span: { from: LocalDate; to: LocalDate }): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(span)) }, (_, day) => addDays(span.from, day))
}
