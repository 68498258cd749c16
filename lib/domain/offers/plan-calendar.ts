/**
 * Which period of a plan's calendar a moment belongs to: by month, kind of day and time of day, as a meter's switching
 * table has it. Every minute is judged by its own date, so Friday's window 23:00–07:00 is Friday 00:00–07:00 and Friday
 * 23:00–24:00. Every minute of every kind of day belongs to exactly one period, or the calendar is refused.
 */
import type { LocalTime } from '../metering/local-clock'
import { Refused } from '../refused'

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/** A date in the list of holidays is a `holiday` and no weekday. */
export const DAY_KINDS = [...WEEKDAYS, 'holiday'] as const
export type DayKind = (typeof DAY_KINDS)[number]

const MONTHS = 12
const DAY_MINUTES = 1_440

/** Local minutes [from, to) of the given kinds of day in the given months. Over midnight when `to` is not after `from`. */
export interface Window {
  months: readonly number[]
  days: readonly DayKind[]
  from: number
  to: number
}

/** `rest` is the one period that takes every minute no window names. */
export interface CalendarPeriod {
  name: string
  windows: readonly Window[] | 'rest'
}

export interface PlanCalendar {
  name: string
  periods: readonly string[]
  /** Position of the period of the interval of `minutes` that starts at `time`; refuses one that a window cuts. */
  periodAt(time: LocalTime, minutes: number): number
}

const UNNAMED = 255
const NOT_LOOKED_UP = -2
const CUT = -1

export function planCalendar(
  name: string,
  periods: readonly CalendarPeriod[],
  holidays: ReadonlySet<number>,
): PlanCalendar {
  const names = periods.map((period) => period.name)
  const table = switchingTable(name, periods, holidays.size > 0)
  const lookups = new Map<number, Int16Array>()
  return {
    name,
    periods: names,
    periodAt(time, minutes) {
      const row = (time.month - 1) * DAY_KINDS.length + kindOf(time, holidays)
      let lookup = lookups.get(minutes)
      if (!lookup) lookups.set(minutes, (lookup = new Int16Array(table.length).fill(NOT_LOOKED_UP)))
      const at = row * DAY_MINUTES + time.minute
      if (lookup[at] === NOT_LOOKED_UP) lookup[at] = soleValue(table, at, minutes)
      const period = lookup[at] ?? CUT
      if (period === CUT) throw windowCuts(name, time, minutes)
      return period
    },
  }
}

function kindOf(time: LocalTime, holidays: ReadonlySet<number>): number {
  return holidays.has(time.dayNumber) ? DAY_KINDS.indexOf('holiday') : time.weekday
}

function soleValue(table: Uint8Array, from: number, minutes: number): number {
  const value = table[from] ?? CUT
  for (let at = from + 1; at < from + minutes; at++) if (table[at] !== value) return CUT
  return value
}

function windowCuts(name: string, time: LocalTime, minutes: number): Refused {
  return new Refused('WindowCutsInterval', {
    what: `the ${minutes}-minute interval at ${clockText(time.minute)} on ${dateText(time)} lies in two periods of calendar "${name}"`,
    todo: 'Use finer intervals, or windows that start and end with an interval.',
    at: time.at,
  })
}

/** One byte a minute: 12 months × 8 kinds of day × 1,440. */
function switchingTable(name: string, periods: readonly CalendarPeriod[], hasHolidays: boolean): Uint8Array {
  const table = new Uint8Array(MONTHS * DAY_KINDS.length * DAY_MINUTES).fill(UNNAMED)
  for (const [index, { windows }] of periods.entries()) {
    if (windows === 'rest') continue
    for (const window of windows) fill(table, window, index, { name, periods })
  }
  const rest = periods.findIndex(({ windows }) => windows === 'rest')
  for (const [at, value] of table.entries()) {
    if (value !== UNNAMED) continue
    if (rest < 0) {
      // A plan without holidays need not say what they cost.
      if (!hasHolidays && kindAt(at) === 'holiday') continue
      throw new Refused('CalendarHasGap', {
        what: `calendar "${name}" has no period for ${momentText(at)}`,
        todo: 'Add a window, or make one period "rest".',
      })
    }
    table[at] = rest
  }
  return table
}

type CalendarParts = { name: string; periods: readonly CalendarPeriod[] }

function fill(table: Uint8Array, { months, days, from, to }: Window, index: number, calendar: CalendarParts): void {
  const spans = from < to ? [[from, to] as const] : [[0, to] as const, [from, DAY_MINUTES] as const]
  for (const month of months) {
    for (const day of days) {
      const row = ((month - 1) * DAY_KINDS.length + DAY_KINDS.indexOf(day)) * DAY_MINUTES
      for (const [start, end] of spans) {
        for (let at = row + start; at < row + end; at++) {
          const taken = table[at] ?? UNNAMED
          if (taken !== UNNAMED && taken !== index) throw overlap(calendar, taken, index, at)
          table[at] = index
        }
      }
    }
  }
}

function overlap({ name, periods }: CalendarParts, one: number, other: number, at: number): Refused {
  return new Refused('CalendarOverlaps', {
    what: `calendar "${name}" counts ${momentText(at)} as "${periods[one]?.name}" and as "${periods[other]?.name}"`,
    todo: 'Give each minute to one period.',
  })
}

function momentText(at: number): string {
  const month = Math.floor(at / DAY_MINUTES / DAY_KINDS.length) + 1
  return `month ${month}, ${kindAt(at)}, ${clockText(at % DAY_MINUTES)}`
}

function kindAt(at: number): DayKind | undefined {
  return DAY_KINDS[Math.floor(at / DAY_MINUTES) % DAY_KINDS.length]
}

export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function dateText({ year, month, day }: LocalTime): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
