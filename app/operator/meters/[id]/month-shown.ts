/** Which month a page of metering data shows: the one that is asked for, or the one that holds an instant. */
import { firstDateOf, localDateOf, type MonthOfYear } from '@/lib/domain/metering/calendar'

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/

export function monthAsked(text: string | string[] | undefined, now: number, timeZone: string): MonthOfYear {
  const [, year, month] =
    (typeof text === 'string' && MONTH.exec(text)) || MONTH.exec(localDateOf(now, timeZone).slice(0, 7)) || []
  return { year: Number(year), month: Number(month) }
}

/** As an address writes it: 2026-01. */
export const monthText = (month: MonthOfYear): string => firstDateOf(month).slice(0, 7)

export function monthBefore({ year, month }: MonthOfYear): MonthOfYear {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
}
