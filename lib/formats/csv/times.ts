/** The time of a row, as the mapping says it is written. */
import type { CsvRow } from '../csv-rows'
import { timeStamp, type DateOrder, type TimeStamp } from '../time-stamp'
import { countedFrom, spelledOut } from './counted-from'
import { shown, type Report } from './faults'
import type { CsvMapping } from './mapping'

const DAY_S = 86_400
const UNIX = /^\d{1,14}(?:\.\d+)?$/
/** 1 January 2100: later ones are milliseconds, or nonsense. */
const LATEST_S = 4_102_444_800

export class Times {
  private counted: number
  private rows = 0

  constructor(
    private readonly mapping: CsvMapping,
    private readonly places: readonly number[],
    private readonly report: Report,
  ) {
    this.counted = mapping.time.kind === 'counted' ? countedFrom(mapping.time.start, mapping.zone) : Number.NaN
    if (mapping.time.kind === 'counted' && Number.isNaN(this.counted))
      report.fault('CsvTimeMalformed', null, { cell: shown(mapping.time.start) })
  }

  /** Null if the row has no time that can be understood, which is reported. */
  of({ cells, line }: CsvRow): TimeStamp | null {
    const { time } = this.mapping
    const [first = '', second = ''] = this.places.map((place) => cells[place] ?? '')
    switch (time.kind) {
      case 'counted':
        return { wall: this.counted + this.rows++ * (this.mapping.seconds ?? 3_600), offset: 0 }
      case 'unix':
        return this.unix(first, { line, perSecond: time.unit === 'ms' ? 1_000 : 1, wallClock: time.wallClock })
      case 'stamp':
        return this.written(first, time.order, line)
      case 'date-and-time':
        return this.written(`${first} ${second}`, time.order, line)
      case 'day-rows':
        return this.written(first, time.order, line)
    }
  }

  private unix(
    cell: string,
    { line, perSecond, wallClock }: { line: number; perSecond: number; wallClock: boolean },
  ): TimeStamp | null {
    const seconds = UNIX.test(cell) ? Number(cell) / perSecond : Number.NaN
    if (!(seconds <= LATEST_S) || !Number.isInteger(seconds)) return this.malformed(cell, line)
    return { wall: seconds, offset: wallClock ? null : 0 }
  }

  private written(text: string, order: DateOrder, line: number): TimeStamp | null {
    const stamp = timeStamp(spelledOut(text.trim()), order)
    if (!stamp) return this.malformed(text.trim(), line)
    return this.mapping.midnight === 'ends-the-day' ? this.endingTheDay(stamp) : stamp
  }

  /** 00:00 below the last time of its own date is the end of that date; newest first, above it. */
  private endingTheDay(stamp: TimeStamp): TimeStamp {
    return stamp.wall % DAY_S === 0 ? { ...stamp, wall: stamp.wall + DAY_S } : stamp
  }

  private malformed(cell: string, line: number): null {
    this.report.fault('CsvTimeMalformed', line, { cell: shown(cell) })
    return null
  }
}

/** The date that a day number stands for. */
export function dateOf(day: number): string {
  return new Date(day * DAY_S * 1_000).toISOString().slice(0, 10)
}
