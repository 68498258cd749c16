import { languageTag, type Locale } from './locale'

export interface TimeStyle {
  locale: Locale
  /** IANA name. Always given: no time is ever written in the zone of the machine. */
  timeZone: string
}

/** A half-open interval of UTC seconds. */
export interface Interval {
  start: number
  end: number
}

const YEAR_MONTH: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long' }
const SHORT_MONTH: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short' }
const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const MINUTE: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** "November 2026", or "2026年11月". */
export function formatMonth(at: number, style: TimeStyle): string {
  return formatter(style, YEAR_MONTH).format(at * 1000)
}

/** "Nov 2026", for axes and narrow columns. */
export function formatShortMonth(at: number, style: TimeStyle): string {
  return formatter(style, SHORT_MONTH).format(at * 1000)
}

/** "3 Nov 2026". */
export function formatDay(at: number, style: TimeStyle): string {
  return formatter(style, DAY).format(at * 1000)
}

/** The last day of something that ends at an instant, which is not part of it any more: 31 Oct for the first instant of November. */
export function formatLastDay(end: number, style: TimeStyle): string {
  return formatDay(end - 1, style)
}

/** "3 Nov 2026, 14:05". */
export function formatMinute(at: number, style: TimeStyle): string {
  return formatter(style, MINUTE).format(at * 1000)
}

/**
 * A settlement period as people say it: the name of the month if it is exactly one, else its first and last day.
 * The last day is the one that holds the final second, since the interval excludes its end.
 */
export function formatPeriod({ start, end }: Interval, style: TimeStyle): string {
  if (isCalendarMonth({ start, end }, style.timeZone)) return formatMonth(start, style)
  const firstDay = formatDay(start, style)
  const lastDay = formatLastDay(Math.max(start + 1, end), style)
  return firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`
}

function isCalendarMonth({ start, end }: Interval, timeZone: string): boolean {
  const from = localParts(start, timeZone)
  const to = localParts(end, timeZone)
  return from.isMonthStart && to.isMonthStart && to.month === from.month + 1
}

function localParts(at: number, timeZone: string): { month: number; isMonthStart: boolean } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]))
  const isMonthStart = part.day === 1 && part.hour === 0 && part.minute === 0 && part.second === 0
  return { month: (part.year ?? 0) * 12 + (part.month ?? 0), isMonthStart }
}

function formatter({ locale, timeZone }: TimeStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(languageTag[locale], { ...options, timeZone })
}
