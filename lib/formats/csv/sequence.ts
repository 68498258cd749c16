/**
 * The times of one channel, row by row: every interval once and in order. Where the clocks go back the hour comes twice,
 * one after the other or row by row in pairs; where they go forward it is not there.
 */
import type { TimeStamp } from '../time-stamp'
import type { Report } from './faults'
import type { CsvMapping } from './mapping'
import type { Found, Positions } from './positions'

/** What a row says about an interval, or about a register at an instant; null if nothing was measured. */
export interface Cell<T> {
  value: T | null
  line: number
}

export interface Sink<T> {
  accept: (position: number, cell: Cell<T>) => void
  /** The energy of an hour that is in the file once though it passed twice, as two. Null: it cannot be halved. */
  halves: ((value: T) => [T, T]) | null
  isNothing: (value: T) => boolean
}

export class Sequence<T> {
  private expected: number | undefined
  private lastWall = Number.NaN
  /** The second pass of a repeated hour, until the first has passed. */
  private held: { position: number; cell: Cell<T> }[] = []
  private skipped = { rows: 0, line: 0 }

  constructor(
    private readonly name: string,
    private readonly mapping: CsvMapping,
    private readonly positions: Positions,
    private readonly sink: Sink<T>,
    private readonly report: Report,
  ) {}

  next(stamp: TimeStamp, cell: Cell<T>): void {
    const found = this.positions.of(stamp, this.expected)
    if (found === 'CsvTimeOffGrid') {
      this.report.fault(found, cell.line, { at: wallText(stamp), minutes: this.positions.rules.seconds / 60 })
    } else if (found === 'CsvTimeSkipped') {
      this.skip(stamp, cell)
    } else if (found.both && this.pairs(stamp, cell, found, found.both)) {
      this.lastWall = stamp.wall
    } else {
      if (!found.both) this.release()
      this.place(found.position, cell)
      this.lastWall = stamp.wall
    }
  }

  end(): void {
    this.release()
    const { rows, line } = this.skipped
    if (rows > 0) this.report.remark('CsvSkippedHourLeftOut', line, { channel: this.name, rows })
  }

  /** True if the row was one of a pair, or stood for two. */
  private pairs(
    stamp: TimeStamp,
    cell: Cell<T>,
    { position }: Found,
    [first, second]: readonly [number, number],
  ): boolean {
    if (this.mapping.repeatedHour === 'once-with-both' && this.sink.halves) {
      const [half, rest] = cell.value === null ? [null, null] : this.sink.halves(cell.value)
      this.place(first, { ...cell, value: half })
      this.held.push({ position: second, cell: { ...cell, value: rest } })
      return true
    }
    if (stamp.wall === this.lastWall) {
      this.held.push({ position: second, cell })
      return true
    }
    if (this.held.length === 0 || position === first) return false
    this.place(first, cell)
    return true
  }

  private release(): void {
    if (this.held.length === 0) return
    const held = this.held
    this.held = []
    for (const { position, cell } of held) this.place(position, cell)
  }

  private place(position: number, cell: Cell<T>): void {
    const { step, rules } = this.positions
    const ahead = this.expected === undefined ? 0 : (position - this.expected) * rules.direction
    if (ahead < 0) {
      const name = ahead === -step ? 'CsvTimeRepeated' : 'CsvTimeOutOfOrder'
      this.report.fault(name, cell.line, {
        channel: this.name,
        at: instantText(this.positions.startOf(position)),
      })
      return
    }
    this.expected = position + step * rules.direction
    this.sink.accept(position, cell)
  }

  private skip(stamp: TimeStamp, { value, line }: Cell<T>): void {
    if (value === null) return
    const facts = { at: wallText(stamp), zone: this.positions.rules.zone }
    if (this.mapping.skippedHour === 'refuse') return this.report.fault('CsvTimeSkipped', line, facts)
    if (!this.sink.isNothing(value)) return this.report.fault('CsvEnergyInSkippedHour', line, facts)
    this.skipped = { rows: this.skipped.rows + 1, line: this.skipped.line || line }
  }
}

export function instantText(utcSeconds: number): string {
  return `${new Date(utcSeconds * 1_000).toISOString().slice(0, 16)}Z`
}

function wallText({ wall }: TimeStamp): string {
  return new Date(wall * 1_000).toISOString().slice(0, 16)
}
