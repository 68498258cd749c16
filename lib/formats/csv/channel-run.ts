/** One channel of one meter, from the cells of its rows to blocks of whole watt-hours. */
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { CsvRow } from '../csv-rows'
import type { Channel, Direction } from '../meter-file'
import type { TimeStamp } from '../time-stamp'
import { Blocks, type Placed } from './blocks'
import { shown, type Report } from './faults'
import type { ChannelPlace } from './layout'
import type { CsvMapping } from './mapping'
import { DAY_S, Positions, type PositionRules } from './positions'
import { Registers, type Shown } from './registers'
import { Sequence, instantText, type Sink } from './sequence'
import { factorOf, FACTOR_SCALE, Numbers, unitWeight, type CellQuality } from './values'

interface Energy {
  /** In the parts of values.ts; below zero only where the sign tells the direction. */
  energy: bigint
  quality: ReadQuality
}

export interface RunSettings {
  mapping: CsvMapping
  rules: PositionRules
  numbers: Numbers
  report: Report
}

const ONE = 10n ** BigInt(FACTOR_SCALE)

export class ChannelRun {
  private readonly weight: bigint
  private readonly minusFactor: bigint
  private readonly blocks: Blocks[]
  private readonly positions: Positions
  private readonly intervals: Sequence<Energy> | null = null
  private readonly readings: { sequence: Sequence<Shown>; registers: Registers } | null = null
  private lastPlaced: number | undefined
  private missing = { intervals: 0, first: 0 }

  /** As a report names it. */
  private readonly name: string

  constructor(
    meter: string,
    private readonly place: ChannelPlace,
    private readonly settings: RunSettings,
  ) {
    const { channel } = place
    const { rules, report } = settings
    this.name = shown(`${meter} ${channel.channel}`.trim())
    const isRegister = channel.kind === 'register'
    this.weight = unitWeight(channel.unit, rules.seconds) * factorOf(channel.factor)
    this.minusFactor = channel.minus ? factorOf(channel.minus.factor) : 0n
    this.positions = new Positions(isRegister ? { ...rules, mark: 'start' } : rules)
    this.blocks = channelsOf(meter, channel.channel, channel.direction).map(
      (each) => new Blocks(each, this.positions, report),
    )
    if (isRegister) {
      const registers = new Registers(
        { ...channel, channel: this.name },
        this.positions,
        this.weight,
        (placed) => this.give(placed),
        report,
      )
      this.readings = { registers, sequence: this.sequence(registers) }
    } else {
      const sink: Sink<Energy> = {
        accept: (position, { value, line }) => value && this.give({ ...value, position, line }),
        halves: ({ energy }) => [estimated(energy / 2n), estimated(energy - energy / 2n)],
        isNothing: ({ energy }) => energy === 0n,
      }
      this.intervals = this.sequence(sink)
    }
  }

  next(row: CsvRow, stamp: TimeStamp, quality: CellQuality): void {
    this.take(this.place.columns, row, stamp, quality)
  }

  /** Of a row that holds a day: the cell of one of its intervals. */
  nextOf(column: number, row: CsvRow, stamp: TimeStamp, quality: CellQuality): void {
    this.take([column], row, stamp, quality)
  }

  end(): void {
    this.intervals?.end()
    this.readings?.sequence.end()
    this.readings?.registers.end()
    for (const blocks of this.blocks) blocks.end()
    const { intervals, first } = this.missing
    const facts = { channel: this.name, intervals, from: instantText(first) }
    if (intervals > 0) this.settings.report.remark('CsvIntervalsMissing', null, facts)
  }

  private take(columns: readonly number[], row: CsvRow, stamp: TimeStamp, quality: CellQuality): void {
    const values = quality === 'Missing' ? null : this.numbersIn(columns, row)
    const taken = values && this.place.minus.length > 0 ? this.numbersIn(this.place.minus, row) : []
    if (values === undefined || taken === undefined) return
    const { line } = row
    if (this.readings) {
      const value = values && quality !== 'Missing' ? { values, quality } : null
      this.readings.sequence.next(this.readAt(stamp), { value, line })
    } else if (!values || !taken || quality === 'Missing') {
      this.intervals?.next(stamp, { value: null, line })
    } else {
      const plus = sum(values) * this.weight
      const energy = taken.length === 0 ? plus : plus - (sum(taken) * this.minusFactor * this.weight) / ONE
      this.intervals?.next(stamp, { value: { energy, quality }, line })
    }
  }

  /** Null if one of them is missing; undefined if one is no number. */
  private numbersIn(columns: readonly number[], { cells, line }: CsvRow): bigint[] | null | undefined {
    const values: bigint[] = []
    let isMissing = false
    for (const column of columns) {
      const value = this.settings.numbers.of(cells[column] ?? '', line)
      if (value === undefined) return undefined
      if (value === null) isMissing = true
      else values.push(value)
    }
    return isMissing ? null : values
  }

  /** A date alone marked as the end is read when the date ends. */
  private readAt(stamp: TimeStamp): TimeStamp {
    const isEndOfDay = this.settings.rules.seconds === DAY_S && this.settings.mapping.mark === 'end'
    return isEndOfDay ? { ...stamp, wall: stamp.wall + DAY_S } : stamp
  }

  private give(placed: Placed): void {
    const [only, other] = this.blocks
    const { energy, line } = placed
    this.noteMissing(placed.position)
    if (other) {
      only?.add({ ...placed, energy: energy > 0n ? energy : 0n })
      other.add({ ...placed, energy: energy < 0n ? -energy : 0n })
    } else if (energy < 0n) {
      this.settings.report.fault('CsvEnergyNegative', line, { channel: this.name })
    } else {
      only?.add(placed)
    }
  }

  private noteMissing(position: number): void {
    const { step, rules } = this.positions
    if (this.lastPlaced !== undefined) {
      const between = ((position - this.lastPlaced) * rules.direction) / step - 1
      if (between > 0) {
        const first = rules.direction === 1 ? this.lastPlaced + step : position + step
        this.missing = {
          intervals: this.missing.intervals + between,
          first: this.missing.first || this.positions.startOf(first),
        }
      }
    }
    this.lastPlaced = position
  }

  private sequence<T>(sink: Sink<T>): Sequence<T> {
    const { mapping, report } = this.settings
    return new Sequence(this.name, mapping, this.positions, sink, report)
  }
}

function channelsOf(meter: string, channel: string, direction: Direction | 'by-sign'): Channel[] {
  if (direction !== 'by-sign') return [{ meter, channel, direction }]
  return [
    { meter, channel: `${channel} +`, direction: 'import' },
    { meter, channel: `${channel} -`, direction: 'export' },
  ]
}

function estimated(energy: bigint): Energy {
  return { energy, quality: 'Estimated' }
}

function sum(values: readonly bigint[]): bigint {
  return values.length === 1 ? (values[0] ?? 0n) : values.reduce((total, value) => total + value, 0n)
}
