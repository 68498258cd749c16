/** The state of one reading: rows are gathered until the length of an interval is known, then each goes to its channel. */
import type { CsvRow } from '../csv-rows'
import type { TimeStamp } from '../time-stamp'
import { ChannelRun, type RunSettings } from './channel-run'
import type { Report } from './faults'
import { layoutOf, type ChannelPlace, type Layout } from './layout'
import type { CsvMapping } from './mapping'
import { ROWS_SEEN, rulesOf } from './pace'
import { Rows } from './rows'
import { Times } from './times'
import { Numbers, Qualities, type CellQuality } from './values'

/** Meters of one file: each holds a day of each of its channels. */
const MOST_METERS = 1_000
const DAY_S = 86_400

interface Timed {
  row: CsvRow
  stamp: TimeStamp
}

export class Reading {
  /** Lines read so far. */
  lines = 0
  /** Nothing more can be read: the reason is reported. */
  isOver = false
  private readonly rows: Rows
  private readonly numbers: Numbers
  private readonly qualities: Qualities
  private layout: Layout | null = null
  private times: Times | null = null
  private waiting: Timed[] | null = []
  private settings: RunSettings | null = null
  private readonly meters = new Map<string, ChannelRun[]>()
  private leftOut = { rows: 0, line: 0 }

  constructor(
    private readonly mapping: CsvMapping,
    private readonly report: Report,
  ) {
    this.rows = new Rows(mapping.text, report)
    this.numbers = new Numbers(mapping.text, report)
    this.qualities = new Qualities(mapping.quality, report)
  }

  line(text: string): void {
    if (this.isOver || this.report.full) return
    this.lines += 1
    const row = this.rows.next(text)
    const first = this.rows.header ?? row
    if (!this.layout && first) this.begin(first)
    if (!row || !this.layout || !this.times) return
    if (!this.layout.only.every(({ at, is, startsWith }) => matches(row.cells[at] ?? '', is, startsWith)))
      return this.leaveOut(row)
    const stamp = this.times.of(row)
    if (!stamp) return
    if (!this.waiting) return this.take({ row, stamp })
    this.waiting.push({ row, stamp })
    if (this.waiting.length === ROWS_SEEN) this.release()
  }

  end(): void {
    if (this.isOver) return
    this.release()
    if (this.isOver) return
    for (const runs of this.meters.values()) for (const run of runs) run.end()
    const { rows, line } = this.leftOut
    if (rows > 0) this.report.remark('CsvRowsLeftOut', line, { rows })
    if (this.report.given === 0 && this.report.faults === 0) this.report.fault('CsvFileEmpty', null)
  }

  private begin(first: CsvRow): void {
    this.layout = layoutOf(this.mapping, first, this.report)
    this.isOver = !this.layout
    if (this.layout) this.times = new Times(this.mapping, this.layout.time, this.report)
  }

  /** The rows that waited, and from now on each as it comes. */
  private release(): void {
    const waiting = this.waiting ?? []
    this.waiting = null
    if (waiting.length === 0) return
    const { mapping, numbers, report } = this
    const rules = rulesOf(
      mapping,
      waiting.map(({ stamp }) => stamp),
      report,
    )
    this.isOver = !rules
    if (!rules) return
    this.settings = { mapping, rules, numbers, report }
    for (const timed of waiting) this.take(timed)
  }

  private take({ row, stamp }: Timed): void {
    const { layout } = this
    if (!layout) return
    const quality = layout.quality === null ? 'Measured' : this.qualities.of(row.cells[layout.quality] ?? '', row.line)
    const runs = this.runsOf(row)
    if (quality === undefined || !runs) return
    let isUsed = false
    for (const [index, { when }] of layout.channels.entries()) {
      if (when && !when.is.has(row.cells[when.at] ?? '')) continue
      isUsed = true
      const run = runs[index]
      if (run) this.give(run, { row, stamp }, quality)
    }
    if (!isUsed) this.leaveOut(row)
  }

  private give(run: ChannelRun, { row, stamp }: Timed, quality: CellQuality): void {
    const { time } = this.mapping
    if (time.kind !== 'day-rows' || !this.layout) return run.next(row, stamp, quality)
    const seconds = DAY_S / time.count
    const isBackward = this.settings?.rules.direction === -1
    for (let step = 0; step < time.count; step++) {
      const index = isBackward ? time.count - 1 - step : step
      const at = { wall: stamp.wall + index * seconds, offset: stamp.offset }
      run.nextOf(this.layout.dayFirst + index, row, at, quality)
    }
  }

  private runsOf({ cells, line }: CsvRow): ChannelRun[] | null {
    const { layout, settings, mapping } = this
    if (!layout || !settings) return null
    const { meter } = mapping
    const name = layout.meter !== null ? (cells[layout.meter] ?? '') : meter.kind === 'named' ? meter.name : ''
    let runs = this.meters.get(name)
    if (!runs && this.meters.size === MOST_METERS) {
      this.report.fault('CsvMetersTooMany', line, { most: MOST_METERS })
      this.isOver = true
      return null
    }
    if (!runs) {
      runs = layout.channels.map((place: ChannelPlace) => new ChannelRun(place.meter ?? name, place, settings))
      this.meters.set(name, runs)
    }
    return runs
  }

  private leaveOut({ line }: CsvRow): void {
    this.leftOut = { rows: this.leftOut.rows + 1, line: this.leftOut.line || line }
  }
}

function matches(cell: string, is: ReadonlySet<string>, startsWith: string | undefined): boolean {
  return is.has(cell) || (startsWith !== undefined && cell.startsWith(startsWith))
}
