/** One meter reading of a feed: what its numbers are by its reading type, and its interval readings as blocks or registers. */
import { wh, type Wh } from '@/lib/domain/units/units'
import type { FileReport } from '../file-report'
import type { Direction, IntervalBlock, RegisterReading } from '../meter-file'
import { WholeWh } from '../whole-wh'
import type { ReadingText } from './feed-entries'
import type { MeterReadingLinks } from './feed-links'
import { readInterval, type Interval } from './interval-text'

const DIRECTIONS: Readonly<Record<string, Direction>> = { '1': 'import', '19': 'export' }
const WATT_HOURS = '72'
const ELECTRICITY = '0'
/** Interval energy, or what a register showed: bulk quantity, continuous cumulative, cumulative. */
const KINDS: Readonly<Record<string, 'delta' | 'cumulative'>> = {
  '4': 'delta',
  '1': 'cumulative',
  '2': 'cumulative',
  '3': 'cumulative',
}
const LARGEST_POWER = 12
const DAY_S = 86_400
const [SHORTEST_DAY_S, LONGEST_DAY_S] = [82_800, 90_000]
const MOST_WH = 10n ** 12n
const MOST_REGISTER_WH = 10n ** 15n
const LONGEST_NAME = 120

export class Series {
  private readonly whole: WholeWh
  private readonly times: bigint
  private readonly divisor: bigint
  private readonly oddLengths = new Set<number>()

  private constructor(
    private readonly type: { meter: string; channel: string; direction: Direction; cumulative: boolean },
    power: number,
    private readonly fields: ReadonlyMap<string, string>,
    private readonly report: FileReport,
  ) {
    this.whole = new WholeWh(Math.max(0, -power))
    this.times = 10n ** BigInt(Math.max(0, power))
    this.divisor = 10n ** BigInt(Math.max(0, -power))
  }

  /** Null if its numbers are no energy of an electricity meter, or nobody can tell: the report then says so. */
  static of({ reading, point, type }: MeterReadingLinks, report: FileReport): Series | null {
    const { line } = reading
    const [meter, channel] = [nameOf(point.self, '/resource/'), nameOf(reading.self, '/MeterReading/')]
    const leftOut = (name: string, facts = {}) => {
      report.remark(name, line, { channel, ...facts })
      return null
    }
    const field = (name: string, otherwise: string) => type.fields.get(name) ?? otherwise
    const [service, unit] = [point.fields.get('ServiceCategory/kind') ?? ELECTRICITY, field('uom', '')]
    if (service !== ELECTRICITY) return leftOut('EspiNotElectricity')
    if (unit !== WATT_HOURS) return leftOut('EspiUnit', { unit: shortened(unit) })
    const kind = KINDS[field('accumulationBehaviour', '4')]
    if (!kind) return leftOut('EspiAccumulation', { code: shortened(field('accumulationBehaviour', '')) })
    const flow = field('flowDirection', '0')
    const direction = flow === '0' ? 'import' : DIRECTIONS[flow]
    if (!direction) return leftOut('EspiFlow', { code: shortened(flow) })
    if (flow === '0') report.remark('EspiFlowAssumed', line, { channel })
    const power = Number(field('powerOfTenMultiplier', '0'))
    if (!Number.isInteger(power) || Math.abs(power) > LARGEST_POWER) {
      report.fault('EspiMultiplier', type.line, { power: shortened(field('powerOfTenMultiplier', '')) })
      return null
    }
    return new Series({ meter, channel, direction, cumulative: kind === 'cumulative' }, power, type.fields, report)
  }

  /** A portion of readings, in the order of the file. */
  *items(readings: readonly ReadingText[], blockStart: string | null): Generator<IntervalBlock | RegisterReading> {
    let block: OpenBlock | null = null
    for (const text of readings) {
      const found = readInterval(text, { blockStart, type: this.fields })
      if ('name' in found) {
        this.report.fault(found.name, text.line, found.facts)
        continue
      }
      if (this.type.cumulative) {
        yield* this.register(found, text.line)
        continue
      }
      const seconds = this.lengthOf(found.seconds, text.line)
      const energyWh = seconds === null ? null : this.energy(found.value, text.line)
      if (seconds === null || energyWh === null) continue
      if (block && (block.seconds !== seconds || block.end !== found.start)) {
        yield this.closed(block)
        block = null
      }
      block ??= { start: found.start, end: found.start, seconds, energyWh: [], quality: [], line: text.line }
      block.end = found.start + found.seconds
      block.energyWh.push(energyWh)
      block.quality.push(found.quality)
    }
    if (block) yield this.closed(block)
  }

  private closed({ start, seconds, energyWh, quality, line }: OpenBlock): IntervalBlock {
    return { kind: 'intervals', ...this.place(), start, seconds, energyWh, quality, line }
  }

  private place() {
    const { meter, channel, direction } = this.type
    return { meter, channel, direction }
  }

  /** A day is a local one, however long. Null for a length that no day is made of. */
  private lengthOf(seconds: number, line: number): number | null {
    if (seconds >= SHORTEST_DAY_S && seconds <= LONGEST_DAY_S) return DAY_S
    if (seconds >= 300 && seconds <= 3_600 && 3_600 % seconds === 0) return seconds
    if (!this.oddLengths.has(seconds) && this.oddLengths.size < LARGEST_POWER) {
      this.oddLengths.add(seconds)
      this.report.remark('EspiLength', line, { channel: this.type.channel, seconds })
    }
    return null
  }

  private energy(value: bigint, line: number): Wh | null {
    if (value >= 0n && value * this.times <= MOST_WH * this.divisor) return this.whole.next(value * this.times)
    this.report.fault(value < 0n ? 'EspiNegative' : 'EspiAbsurd', line, { channel: this.type.channel })
    return null
  }

  /** What a register shows when its period ends, in whole Wh it has passed. */
  private *register({ start, seconds, value, quality }: Interval, line: number): Generator<RegisterReading> {
    const energy = (value * this.times) / this.divisor
    if (value < 0n || energy > MOST_REGISTER_WH) {
      this.report.fault(value < 0n ? 'EspiNegative' : 'EspiAbsurd', line, { channel: this.type.channel })
      return
    }
    const [time, valueWh] = [start + seconds, wh(energy)]
    yield { kind: 'reading', ...this.place(), time, register: null, valueWh, quality, line }
  }
}

interface OpenBlock {
  start: number
  end: number
  seconds: number
  energyWh: Wh[]
  quality: Interval['quality'][]
  line: number
}

const shortened = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 20)

/** The end of an address that tells it from the others of the feed. */
function nameOf(address: string | null, after: string): string {
  const full = address ?? ''
  const at = full.lastIndexOf(after)
  const name = at < 0 ? full : full.slice(at + after.length)
  return name.replace(/[^\x21-\x7e]/g, '?').slice(-LONGEST_NAME)
}
