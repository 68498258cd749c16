/** The time a telegram gives: the wall clock, and whether it is summer (S) or winter (W) time. */
import { offsetAt } from '@/lib/domain/metering/calendar'
import { dayNumber } from '../time-stamp'

const ZONE = 'Europe/Amsterdam'
const OFFSETS: Readonly<Record<string, number>> = { S: 7_200, W: 3_600 }
const STAMP = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([SW])$/
const DAY_S = 86_400

/** UTC seconds, and whether the Netherlands had the season the meter claims; null if the text is no time. */
export function telegramTime(text: string): { seconds: number; inSeason: boolean } | null {
  const [, year, month, day, hour, minute, second, season = ''] = STAMP.exec(text) ?? []
  const [date, offset] = [dayNumber(2_000 + Number(year), Number(month), Number(day)), OFFSETS[season]]
  if (date === null || offset === undefined) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const seconds = date * DAY_S + Number(hour) * 3_600 + Number(minute) * 60 + Number(second) - offset
  return { seconds, inSeason: offsetAt(seconds, ZONE) === offset }
}
