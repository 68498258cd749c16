/** Calendars of an offer file. */
import {
  DAY_KINDS,
  planCalendar,
  type DayKind,
  type PlanCalendar,
  type Window,
} from '@/lib/domain/offers/plan-calendar'
import { invalid } from './json-file'
import type { OfferFile, WindowFile } from './plan-schema'
import { dayNumber } from './time-stamp'

export function calendarsOf(offer: OfferFile, file: string): Map<string, PlanCalendar> {
  const holidays = new Set(offer.holidays.map((date) => holiday(date, file)))
  return new Map(
    Object.entries(offer.calendars).map(([name, periods]) => {
      if (Object.values(periods).filter((windows) => windows === 'rest').length > 1)
        throw invalid(file, `calendars.${name} has more than one period "rest"`)
      const listed = Object.entries(periods).map(([period, windows]) => {
        return { name: period, windows: windows === 'rest' ? windows : windows.map(windowOf) }
      })
      return [name, planCalendar(name, listed, holidays)]
    }),
  )
}

function holiday(date: string, file: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const found = dayNumber(year, month, day)
  if (found === null) throw invalid(file, `holidays: ${date} is not in the calendar`)
  return found
}

const ALL_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const GROUPS: Record<'weekday' | 'weekend', readonly DayKind[]> = {
  weekday: ['mon', 'tue', 'wed', 'thu', 'fri'],
  weekend: ['sat', 'sun'],
}

function windowOf({ months = ALL_MONTHS, days = [...DAY_KINDS], from, to }: WindowFile): Window {
  const kinds = days.flatMap((day) => (day === 'weekday' || day === 'weekend' ? GROUPS[day] : [day]))
  return { months, days: kinds, from: minutes(from), to: minutes(to) }
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}

export function calendarNamed(
  { calendars, file }: { calendars: ReadonlyMap<string, PlanCalendar>; file: string },
  name: string,
): PlanCalendar {
  const calendar = calendars.get(name)
  if (!calendar) throw invalid(file, `there is no calendar "${name}"`)
  return calendar
}
