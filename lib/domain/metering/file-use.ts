/** What the meters of one file used, day by day, where nothing is known but the file: for comparing offers, never for billing. */
import type { ChannelDay } from './channel-day'
import type { LocalDate } from './calendar'
import type { DaysTaken } from './days-taken'
import { writtenDate } from './days-taken'
import { fault, instantText, type Finding } from './finding'
import { fitsInterval } from './intervals'
import { fileDay } from './merge-day'
import type { MeterDay } from './meter-day'
import type { ReadQuality } from './read'
import { HOUR_S, sharedReadings, type SharedReading } from './shared-readings'
import { DaySplitter, type DayPart } from './split-days'
import { wh, type Wh } from '../units/units'

export interface UseBlock {
  meter: string
  channel: string
  direction: 'import' | 'export'
  start: number
  seconds: number
  energyWh: readonly Wh[]
  quality: ReadQuality | readonly ReadQuality[]
  /** A later one counts. */
  replaces?: boolean
  line: number
}

export interface MeterUse {
  /** As the file names it; empty if it names none. */
  meter: string
  /** In order, each date once. */
  days: MeterDay[]
  /** Some of it comes from registers that were read now and then: the hours between are not known. */
  isShared: boolean
}

interface OpenDay extends ChannelDay {
  energyWh: Wh[]
  qualities: (ReadQuality | null)[]
}

/** By meter, then by day, then by channel and interval length. */
type Days = Map<LocalDate, Map<string, OpenDay>>

export class FileUse {
  private readonly intervals = new Map<string, Days>()
  private readonly readings = new Map<string, SharedReading[]>()
  private readonly shared = new Set<string>()
  private readonly splitter: DaySplitter

  constructor(
    private readonly taken: DaysTaken,
    private readonly timeZone: string,
  ) {
    this.splitter = new DaySplitter(timeZone)
  }

  get isEmpty(): boolean {
    return this.intervals.size === 0 && this.readings.size === 0
  }

  /** @returns why the block cannot be used. */
  add(block: UseBlock): Finding[] {
    const { start, seconds, energyWh, meter, channel, line } = block
    const about = { meter, channel }
    const far = this.taken.farOutside({ start, end: start + seconds * energyWh.length })
    if (far !== null) return [fault('DayOutOfReach', { ...about, day: writtenDate(far), from: this.taken.from }, line)]
    const parts = this.splitter.split({ start, seconds, count: energyWh.length })
    if (typeof parts === 'string') {
      return seconds === HOUR_S ? [fault(parts, { ...about, seconds }, line)] : this.addReshaped(block)
    }
    const large = energyWh.find((energy) => !fitsInterval(energy))
    if (large !== undefined) return [fault('IntervalTooLarge', { ...about, energy: large.toString() }, line)]
    const days = this.intervals.get(meter) ?? new Map()
    this.intervals.set(meter, days)
    return parts.flatMap((part) => this.put(days, block, part))
  }

  /** Days of another time zone, and intervals of an odd length: hours that hold the same. */
  private addReshaped(block: UseBlock): Finding[] {
    const { channel, direction, start, seconds, energyWh, meter, line } = block
    let counted = 0n
    const reading = (energy: bigint, index: number): SharedReading => {
      counted += energy
      return { channel, direction, time: start + index * seconds, register: null, valueWh: wh(counted) }
    }
    const readings = [reading(0n, 0), ...energyWh.map((energy, index) => reading(energy, index + 1))]
    this.shared.add(meter)
    return sharedReadings(readings).flatMap((hours) => this.add({ ...hours, meter, line }))
  }

  addReading(reading: SharedReading & { meter: string; line: number }): Finding[] {
    if (!this.taken.hasInstant(reading.time)) {
      const { meter, channel, time, line } = reading
      return [fault('DayOutOfReach', { meter, channel, day: writtenDate(time), from: this.taken.from }, line)]
    }
    const same = this.readings.get(reading.meter)
    if (same) same.push(reading)
    else this.readings.set(reading.meter, [reading])
    return []
  }

  /** Those with the most energy first. A meter with intervals is known by them, whatever its registers show. */
  meters(): MeterUse[] {
    for (const [meter, readings] of this.readings) {
      if (this.intervals.has(meter)) continue
      this.shared.add(meter)
      for (const hours of sharedReadings(readings)) this.add({ ...hours, meter, line: 0 })
    }
    return [...this.intervals]
      .map(([meter, days]) => ({ meter, days: this.daysOf(days), isShared: this.shared.has(meter) }))
      .filter(({ days }) => days.length > 0)
      .sort((a, b) => Number(energyOf(b.days) - energyOf(a.days)))
  }

  private daysOf(days: Days): MeterDay[] {
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, channels]) => {
        const whole = fileDay([...channels.values()], (minutes) => this.splitter.countOf(day, minutes))
        const { minutes, importWh, exportWh } = whole
        const qualities = whole.qualities.map((quality) => quality ?? 'Missing')
        const none = qualities.map(() => wh(0n))
        return { day, minutes, importWh: importWh ?? none, exportWh: exportWh ?? none, qualities }
      })
  }

  private put(days: Days, block: UseBlock, part: DayPart): Finding[] {
    const day = openDay(days, block, part)
    for (let index = 0; index < part.length; index++) {
      const slot = part.first + index
      const energy = block.energyWh[part.from + index] ?? wh(0n)
      const before = day.energyWh[slot]
      if (day.qualities[slot] && !block.replaces && before !== energy) {
        const at = instantText(block.start + (part.from + index) * block.seconds)
        const facts = { meter: block.meter, channel: block.channel, at, first: `${before}`, second: `${energy}` }
        return [fault('IntervalContradicted', facts, block.line)]
      }
      const { quality } = block
      day.energyWh[slot] = energy
      day.qualities[slot] = typeof quality === 'string' ? quality : (quality[part.from + index] ?? 'Measured')
    }
    return []
  }
}

function openDay(days: Days, { channel, direction }: UseBlock, { day, minutes, count }: DayPart): OpenDay {
  const channels = days.get(day) ?? new Map<string, OpenDay>()
  days.set(day, channels)
  const key = `${direction} ${minutes} ${channel}`
  let found = channels.get(key)
  if (!found) {
    const qualities = Array.from({ length: count }, () => null)
    found = { direction, minutes, energyWh: Array.from({ length: count }, () => wh(0n)), qualities }
    channels.set(key, found)
  }
  return found
}

function energyOf(days: readonly MeterDay[]): bigint {
  let sum = 0n
  for (const { importWh } of days) for (const energy of importWh) sum += energy
  return sum
}
