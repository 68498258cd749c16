/**
 * From the times in a file to consecutive intervals. Every interval must be there once: a gap, a repeat, a time the clocks
 * skipped are refused by name. Where the clocks go back, the same hour comes twice and the order of the rows tells which
 * is which.
 */
import { offsetAt, type Bounds } from '@/lib/domain/metering/calendar'
import { Refused } from '@/lib/domain/refused'
import type { TimeStamp } from './time-stamp'
import { instantFinder } from './wall-clock'

export interface FileTimes {
  file: string
  /** Whether the times are those of the interval's first or last instant. */
  mark: 'start' | 'end'
  /** The zone of times without an offset. */
  timeZone: string
  stamps: readonly TimeStamp[]
  /** The line each stamp stands on. */
  lines: readonly number[]
  /** Seconds; null: found from the times. */
  interval: number | null
  /** Only intervals in here count: what is before and after may have gaps. */
  within: Bounds
}

export interface Timeline {
  start: number
  seconds: number
  /** The file has its last interval first. */
  newestFirst: boolean
  /** The rows that count, in order of time: from the first one, and how many. */
  first: number
  count: number
}

const DAY_S = 86_400
const HOUR_S = 3_600

export function timeline(times: FileTimes): Timeline {
  const { stamps, file } = times
  const [first, last] = [stamps[0], stamps.at(-1)]
  if (!first || !last) {
    throw new Refused('FileEmpty', { what: 'there is no interval in it', todo: 'Add rows below the header.', file })
  }
  const newestFirst = absolute(first) > absolute(last)
  const ordered: FileTimes = newestFirst
    ? { ...times, stamps: [...stamps].reverse(), lines: [...times.lines].reverse() }
    : times
  const seconds = times.interval ?? commonStep(ordered)
  if (seconds % 60 !== 0 || seconds <= 0 || HOUR_S % seconds !== 0) {
    throw new Refused('IntervalUnknown', {
      what: `the times are mostly ${seconds} seconds apart, which is not a whole part of an hour`,
      todo: 'Give intervals of 1, 5, 10, 15, 30 or 60 minutes, and --interval if the file has a single row.',
      file,
    })
  }
  return { ...consecutive(ordered, seconds), seconds, newestFirst }
}

const absolute = ({ wall, offset }: TimeStamp) => wall - (offset ?? 0)

/** The most frequent step: a gap or a doubled row does not hide the length of an interval. */
function commonStep({ stamps }: FileTimes): number {
  const counts = new Map<number, number>()
  for (let row = 1; row < stamps.length; row++) {
    const [one, next] = [stamps[row - 1], stamps[row]]
    if (!one || !next) continue
    const step = absolute(next) - absolute(one)
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([stepA, a], [stepB, b]) => b - a || stepA - stepB)
  return most?.[0] ?? 0
}

/** Checks every row that counts and returns the first instant. */
function consecutive(times: FileTimes, seconds: number): Pick<Timeline, 'start' | 'first' | 'count'> {
  const { mark, within, stamps, file } = times
  const find = instantFinder(times.timeZone)
  const toStart = mark === 'end' ? -seconds : 0
  let [start, first, count] = [Number.NaN, 0, 0]
  let expected = Number.NaN
  for (const [row, stamp] of stamps.entries()) {
    const at = instantOf(times, row, stamp, { find, expected })
    if (within.start <= at + toStart && at + toStart < within.end) {
      if (count === 0) [start, first] = [at + toStart, row]
      else if (at !== expected) throw outOfStep(times, row, { at, expected, seconds })
      count += 1
    }
    expected = at + seconds
  }
  if (count === 0) {
    const todo = 'Choose months that the file covers with --from and --to.'
    throw new Refused('MonthsMissing', { what: 'it has no interval in the chosen months', todo, file })
  }
  return { start, first, count }
}

function instantOf(
  { file, lines, timeZone }: FileTimes,
  row: number,
  stamp: TimeStamp,
  { find, expected }: { find: (wall: number) => number[]; expected: number },
): number {
  if (stamp.offset !== null) return stamp.wall - stamp.offset
  const found = find(stamp.wall)
  const [earlier] = found
  if (earlier !== undefined) return found.includes(expected) ? expected : (found.find((at) => at > expected) ?? earlier)
  throw new Refused('TimeSkipped', {
    what: `${wallText(stamp.wall)} does not exist in ${timeZone}: the clocks go forward over it`,
    todo: 'Write the time with its offset, or name the zone the meter keeps (--zone).',
    file,
    line: lines[row] ?? 0,
  })
}

function outOfStep(
  { file, lines, stamps, timeZone, mark }: FileTimes,
  row: number,
  { at, expected, seconds }: { at: number; expected: number; seconds: number },
): Refused {
  const place = { file, line: lines[row] ?? 0 }
  const before = `line ${lines[row - 1]}`
  const shown = (instant: number) => new Date(instant * 1_000).toISOString()
  const goesBack =
    stamps[row]?.offset === null && offsetAt(at, timeZone) !== offsetAt(expected - 2 * DAY_S, timeZone)
      ? ` The clocks of ${timeZone} change nearby: where they go back, the hour must be in the file twice, in order, or with offsets.`
      : ''
  if (at > expected) {
    const missing = Math.ceil((at - expected) / seconds)
    return new Refused('TimeMissing', {
      ...place,
      at: expected,
      what: `${missing} interval(s) of ${seconds / 60} minutes are missing between ${before} and this one: no ${mark} at ${shown(expected)}, the next is ${shown(at)}`,
      todo: `Add the missing rows: nothing is made up for them.${goesBack}`,
    })
  }
  return new Refused(at === expected - seconds ? 'TimeRepeated' : 'TimeOutOfOrder', {
    ...place,
    at,
    what: `the time ${shown(at)} is not after that of ${before}`,
    todo: `Keep one row for each interval, in order of time.${goesBack}`,
  })
}

function wallText(wall: number): string {
  return new Date(wall * 1_000).toISOString().slice(0, 19)
}
