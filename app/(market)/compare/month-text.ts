import { formatShortMonth } from '@/lib/format/period'
import type { Locale } from '@/lib/format/locale'

/** "Nov 2026" for 2026-11: a month of the calendar, whatever the time zone. */
export function monthText(id: string, locale: Locale): string {
  return formatShortMonth(Date.parse(`${id}-15T00:00:00Z`) / 1_000, { locale, timeZone: 'UTC' })
}
