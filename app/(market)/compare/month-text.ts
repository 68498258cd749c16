import { languageTag, type Locale } from '@/lib/format/locale'

/** "Nov 2026" for 2026-11, or "Nov": a month of the calendar, whatever the time zone. */
export function monthText(id: string, locale: Locale, { year = true } = {}): string {
  const options: Intl.DateTimeFormatOptions = { month: 'short', timeZone: 'UTC', year: year ? 'numeric' : undefined }
  return new Intl.DateTimeFormat(languageTag[locale], options).format(Date.parse(`${id}-15T00:00:00Z`))
}
