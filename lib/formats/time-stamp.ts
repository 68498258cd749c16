/** Times as files write them: a date and a time of day, with an offset from UTC or without. */

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export interface TimeStamp {
  /** What the wall clock showed, as seconds since 1 January 1970 on the wall. */
  wall: number
  /** Seconds ahead of UTC; null if the file does not say. */
  offset: number | null
}

const STAMP =
  /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?(?:\s*([ap])\.?m\.?)?\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/i
const DAY_S = 86_400

const days = new Map<string, number | null>()

/** Null if the text is no time, also for 30 February. 24:00 is the end of its day; 12 AM is its start. */
export function timeStamp(text: string, order: DateOrder): TimeStamp | null {
  const found = STAMP.exec(text)
  if (!found) return null
  const [, a = '', b = '', c = '', hour, minute, second = '0', half, zulu, sign, offsetHour, offsetMinute] = found
  const day = dayOf(a, b, c, order)
  const clockHour = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half)
  const time = clockHour * 3_600 + Number(minute) * 60 + Number(second)
  if (day === null || !(time <= DAY_S) || Number(minute) > 59 || Number(second) > 59) return null
  const offset = Number(offsetHour) * 3_600 + Number(offsetMinute) * 60
  if (sign && (offset > 15 * 3_600 || Number(offsetMinute) > 59)) return null
  return { wall: day * DAY_S + time, offset: zulu ? 0 : sign ? (sign === '-' ? -offset : offset) : null }
}

/** Of a twelve-hour clock; not a number for 0 and 13. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function dayOf(a: string, b: string, c: string, order: DateOrder): number | null {
  const key = `${order} ${a} ${b} ${c}`
  const known = days.get(key)
  if (known !== undefined) return known
  // A file has its days in order: the last few are enough.
  if (days.size > 1_000) days.clear()
  const [year = '', month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const found = year.length === 4 ? dayNumber(Number(year), Number(month), Number(day)) : null
  days.set(key, found)
  return found
}

/** Days since 1 January 1970; null if the calendar has no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const utc = new Date(Date.UTC(year, month - 1, day))
  const asWritten = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day
  return asWritten ? utc.getTime() / 1_000 / DAY_S : null
}
