/** Which meter and which day an address names. Safe for the client. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'

/** Null if the text is no meter's id. */
export function meterIdOf(text: unknown): Hex | null {
  return typeof text === 'string' && /^0x[0-9a-fA-F]{64}$/.test(text) ? (text.toLowerCase() as Hex) : null
}

/** The last one that another follows which can be written. */
const LAST = '9999-12-30'

/** A calendar date, YYYY-MM-DD, from 1970 on: a leaf counts days from there. 30 February is none. */
export function provableDay(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return at >= 0 && text <= LAST && new Date(at).toISOString().startsWith(text)
}
