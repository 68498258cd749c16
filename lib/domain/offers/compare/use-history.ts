/** All the data there is of somebody's use, counted once into days × registers. No date is parsed for an interval. */
import { dayOfDate, dayStarts, dateOfDay } from '../../metering/day-starts'
import type { IntervalRun } from '../../metering/interval-run'
import { WHOLE_DAY_MINUTES, type MeterDay } from '../../metering/meter-day'
import { registeredHours } from '../../metering/registered-hours'
import { Refused } from '../../refused'
import type { ComparedMarket, UseHistory } from './compared'
import { dayCounter, type CountedDay } from './day-counter'
import { numbersOf } from './exact-numbers'

const DAY_S = 86_400
const HOUR_MINUTES = 60
/** A day of 26 hours in minutes: more intervals than any day has. */
const MOST_INTERVALS = 1_560

type Counting = Pick<ComparedMarket, 'calendar' | 'index' | 'demandSeconds' | 'timeZone'>

/**
 * From meter days, as files and the interval store give them.
 * @param days In order, each date once. A day with a missing interval is not known: it is left out.
 */
export function historyOfDays(days: readonly MeterDay[], market: Counting): UseHistory {
  const known = days.filter(({ qualities }) => !qualities.includes('Missing'))
  const counter = dayCounter(market, known.length)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return counter.history()
  const from = dayOfDate(first.day)
  const starts = dayStarts(from, dayOfDate(last.day) - from + 1, market.timeZone)
  const scratch = scratchDay()
  for (const meterDay of known) {
    const day = dayOfDate(meterDay.day)
    Object.assign(scratch, { day, start: starts[day - from] ?? 0, daily: meterDay.minutes === WHOLE_DAY_MINUTES })
    copy(meterDay, scratch, market.timeZone)
    counter.add(scratch)
  }
  return counter.history()
}

/** From consecutive intervals. The first and the last day count only if all of them is there. */
export function historyOfRun(run: IntervalRun, market: Counting): UseHistory {
  const { seconds, importWh, exportWh } = run
  const end = run.start + seconds * importWh.length
  const from = Math.floor(run.start / DAY_S) - 1
  const count = Math.ceil((end - run.start) / DAY_S) + 3
  const starts = dayStarts(from, count, market.timeZone)
  const counter = dayCounter(market, count)
  const scratch = scratchDay()
  const [imported, exported] = [numbersOf(importWh), numbersOf(exportWh)]
  for (let place = 0; place < count; place++) {
    const [start, next] = [starts[place] ?? 0, starts[place + 1] ?? 0]
    if (start < run.start || next > end) continue
    const first = (start - run.start) / seconds
    const intervals = (next - start) / seconds
    if (!Number.isInteger(first) || !Number.isInteger(intervals)) throw crossesDay(from + place, start)
    const day = { day: from + place, start, minutes: seconds / HOUR_MINUTES, count: intervals, daily: intervals === 1 }
    Object.assign(scratch, day)
    scratch.importWh = imported.subarray(first, first + intervals)
    scratch.exportWh = exported.subarray(first, first + intervals)
    counter.add(scratch)
  }
  return counter.history()
}

function scratchDay(): CountedDay {
  return {
    ...{ day: 0, start: 0, minutes: 0, count: 0, daily: false },
    importWh: new Float64Array(MOST_INTERVALS),
    exportWh: new Float64Array(MOST_INTERVALS),
  }
}

/** A day of which only the total is known is spread over its hours, as its registers are. */
function copy(day: MeterDay, to: CountedDay, timeZone: string): void {
  if (day.minutes === WHOLE_DAY_MINUTES) {
    const hours = registeredHours(day, timeZone)
    for (const [index, hour] of hours.entries()) {
      to.importWh[index] = Number(hour.importWh)
      to.exportWh[index] = Number(hour.exportWh)
    }
    Object.assign(to, { minutes: HOUR_MINUTES, count: hours.length })
    return
  }
  const { importWh, exportWh } = day
  for (let index = 0; index < importWh.length; index++) {
    to.importWh[index] = Number(importWh[index] ?? 0n)
    to.exportWh[index] = Number(exportWh[index] ?? 0n)
  }
  Object.assign(to, { minutes: day.minutes, count: importWh.length })
}

/** An interval over midnight belongs to no day, and one in which the clocks change to no hour. */
function crossesDay(day: number, at: number): Refused {
  return new Refused('IntervalCrossesDay', {
    what: `an interval at ${dateOfDay(day)} holds a local midnight or a change of the clocks`,
    todo: 'Use finer intervals, or the time zone the meter keeps.',
    at,
  })
}
