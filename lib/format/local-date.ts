/**
 * Dates of a calendar as text. They have no time zone: each is formatted where its midnight is UTC.
 * Warning: programs differ in a comma. Format a date that a server has shown on the server only.
 */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { languageTag, type Locale } from './locale'

const STYLES = {
  /** "Thursday 26 November 2026". */
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  /** "Thu 26 Nov". */
  short: { weekday: 'short', month: 'short', day: 'numeric' },
  /** "26 Nov 2026". */
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  /** "Thu". */
  weekday: { weekday: 'short' },
  /** "November 2026". */
  month: { year: 'numeric', month: 'long' },
  /** "Nov". */
  shortMonth: { month: 'short' },
  /** "2026". */
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof STYLES

export function formatDate(date: LocalDate, locale: Locale, style: DateStyle): string {
  return formatterOf(locale, style).format(new Date(date))
}

/** "23 – 29 Nov 2026": what both have in common is said once. Both days are included. */
export function formatDateRange({ first, last }: { first: LocalDate; last: LocalDate }, locale: Locale): string {
  return formatterOf(locale, 'day').formatRange(new Date(first), new Date(last))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(locale: Locale, style: DateStyle): Intl.DateTimeFormat {
  const key = `${locale} ${style}`
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(languageTag[locale], { ...STYLES[style], timeZone: 'UTC' })
  formatters.set(key, formatter)
  return formatter
}
