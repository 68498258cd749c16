/**
 * Where on the line of intervals a time stands. A position is the instant an interval starts, in UTC seconds; where each
 * interval is a whole local day it is the number of the day, so that the next one is always one step on.
 */
import { dayBounds } from '@/lib/domain/metering/calendar'
import type { TimeStamp } from '../time-stamp'
import { fixedOffset, instantFinder, zoneOffsetAt } from '../wall-clock'
import { dateOf } from './times'

export const DAY_S = 86_400

export interface PositionRules {
  zone: string
  seconds: number
  mark: 'start' | 'end'
  /** 1 if rows go on in time, -1 if the newest comes first. */
  direction: 1 | -1
  /** The file has 24 hours on each day, whatever the clocks do: a time names the wall-clock interval it belongs to. */
  always24: boolean
}

/** A position; where the clocks go back, also both that the wall clock shows it at, in the order of the file. */
export interface Found {
  position: number
  both?: readonly [number, number]
}

export class Positions {
  /** From one position to the next in time. */
  readonly step: number
  private readonly find: (wall: number) => number[]

  constructor(readonly rules: PositionRules) {
    this.step = rules.seconds === DAY_S ? 1 : rules.seconds
    this.find = instantFinder(rules.zone)
  }

  /** A word instead of a position says what is wrong with the time. */
  of(stamp: TimeStamp, expected: number | undefined): Found | 'CsvTimeSkipped' | 'CsvTimeOffGrid' {
    const { seconds, mark, zone } = this.rules
    if (seconds === DAY_S) return this.day(stamp)
    if (stamp.wall % seconds !== 0) return 'CsvTimeOffGrid'
    const back = mark === 'end' ? seconds : 0
    if (stamp.offset !== null) return { position: stamp.wall - stamp.offset - back }
    if (fixedOffset(zone) !== null) return { position: (this.find(stamp.wall)[0] ?? 0) - back }
    return mark === 'start' ? this.started(stamp.wall, expected) : this.ended(stamp.wall, expected)
  }

  /** The instant an interval at this position starts. */
  startOf(position: number): number {
    if (this.rules.seconds !== DAY_S) return position
    const { zone } = this.rules
    return fixedOffset(zone) === null ? dayBounds(dateOf(position), zone).start : (this.find(position * DAY_S)[0] ?? 0)
  }

  private day({ wall, offset }: TimeStamp): Found | 'CsvTimeOffGrid' {
    const local = offset === null ? wall : wall - offset + zoneOffsetAt(wall - offset, this.rules.zone)
    if (local % DAY_S !== 0) return 'CsvTimeOffGrid'
    return { position: local / DAY_S - (this.rules.mark === 'end' ? 1 : 0) }
  }

  private started(wall: number, expected: number | undefined): Found | 'CsvTimeSkipped' {
    return this.chosen(this.find(wall), expected)
  }

  /**
   * The end of an interval at the change itself has two names: what the clock showed until then and what it shows from
   * then on. London's half-hour from 00:30 on 29 March 2026 ends at 01:00, or at 02:00. Both are understood.
   */
  private ended(wall: number, expected: number | undefined): Found | 'CsvTimeSkipped' {
    const { seconds, always24 } = this.rules
    if (always24) return this.started(wall - seconds, expected)
    const shownThen = this.find(wall).map((at) => at - seconds)
    const shownBefore = this.find(wall - seconds)
    if (expected !== undefined && shownThen.length < 2 && shownBefore.includes(expected))
      return this.chosen(shownBefore, expected)
    return this.chosen(shownThen.length > 0 ? shownThen : shownBefore, expected)
  }

  private chosen(found: number[], expected: number | undefined): Found | 'CsvTimeSkipped' {
    const [early, late] = found
    if (early === undefined) return 'CsvTimeSkipped'
    if (late === undefined) return { position: early }
    const { direction } = this.rules
    const both = direction === 1 ? ([early, late] as const) : ([late, early] as const)
    if (expected === undefined || both[0] === expected) return { position: both[0], both }
    if (both[1] === expected) return { position: both[1], both }
    return { position: (both[0] - expected) * direction > 0 ? both[0] : both[1], both }
  }
}
