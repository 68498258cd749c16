/** The spans in which people look at their use, and the one a year before each. */
import { addDays, firstDateOf, nextMonth, type LocalDate } from '@/lib/domain/metering/calendar'

export const METERING_VIEWS = ['day', 'week', 'month', 'year'] as const
export type MeteringView = (typeof METERING_VIEWS)[number]

/** Local days, `to` not included. */
export interface DateSpan {
  from: LocalDate
  to: LocalDate
}

const WEEK_DAYS = 7
/** 52 weeks: the same day of the week. */
const YEAR_OF_WEEKS = 364

/** The day, week (from Monday), month or year that holds a date. */
export function spanOf(view: MeteringView, date: LocalDate): DateSpan {
  const { year, month } = monthOf(date)
  switch (view) {
    case 'day':
      return { from: date, to: addDays(date, 1) }
    case 'week': {
      const monday = addDays(date, -weekdayOf(date))
      return { from: monday, to: addDays(monday, WEEK_DAYS) }
    }
    case 'month':
      return { from: firstDateOf({ year, month }), to: firstDateOf(nextMonth({ year, month })) }
    case 'year':
      return { from: firstDateOf({ year, month: 1 }), to: firstDateOf({ year: year + 1, month: 1 }) }
  }
}

/** A date in the span after, or before, the one that holds `date`. */
export function steppedDate(view: MeteringView, date: LocalDate, step: 'next' | 'previous'): LocalDate {
  const { from, to } = spanOf(view, date)
  if (step === 'next') return view === 'week' ? addDays(date, WEEK_DAYS) : to
  return view === 'week' ? addDays(date, -WEEK_DAYS) : spanOf(view, addDays(from, -1)).from
}

/** What a span is held against: a day or week of the same weekdays 52 weeks before, the same month or year a year before. */
export function yearBefore(view: MeteringView, date: LocalDate): LocalDate {
  if (view === 'day' || view === 'week') return addDays(date, -YEAR_OF_WEEKS)
  const { year, month } = monthOf(date)
  return firstDateOf({ year: year - 1, month: view === 'month' ? month : 1 })
}

/** The day a year before that a day is held against, when it is shown in this view; of 29 February there may be none. */
export function dayBefore(view: MeteringView, date: LocalDate): LocalDate {
  if (view === 'day' || view === 'week') return addDays(date, -YEAR_OF_WEEKS)
  return `${String(monthOf(date).year - 1).padStart(4, '0')}${date.slice(4)}`
}

/** Days since Monday, 0–6. */
export function weekdayOf(date: LocalDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % WEEK_DAYS
}

function monthOf(date: LocalDate) {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
}
