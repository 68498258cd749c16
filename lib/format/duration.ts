import { languageTag, type Locale } from './locale'

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
/** From here on hours are too many to picture. */
const DAYS_FROM = 3 * DAY_MINUTES

/** A length of time in the largest unit that says it well: "45 minutes", "25 hours", "2.5 hours", "12 days". */
export function formatDuration(minutes: number, locale: Locale): string {
  if (minutes < HOUR_MINUTES) return written(minutes, 'minute', locale)
  if (minutes < DAYS_FROM) return written(minutes / HOUR_MINUTES, 'hour', locale)
  return written(minutes / DAY_MINUTES, 'day', locale)
}

function written(value: number, unit: 'minute' | 'hour' | 'day', locale: Locale): string {
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(languageTag[locale], style).format(value)
}
