/** What a file says in all of each channel, summed while its days pass by: a year of a city takes no more memory than a day. */
import { wh, type Wh } from '../units/units'
import type { LocalDate } from './calendar'
import type { ChannelDay } from './channel-day'

/** A report is read by people: the first channels are enough to see whether a file is what it should be. */
export const MOST_TOTALS = 200

export interface ChannelTotal {
  meterId: string
  /** Its number. */
  meter: string
  /** As the file names it. */
  channel: string
  direction: ChannelDay['direction']
  /** First and last day of which the file says anything. */
  from: LocalDate
  to: LocalDate
  /** Of all these days, known or not. */
  intervals: number
  energyWh: Wh
  estimated: number
  substituted: number
  /** Said to be missing, or not said at all of a day of which something is said. */
  missing: number
}

export interface NamedDay extends ChannelDay {
  /** What the file calls the meter: two of its meters may be one of the operator's. */
  meter: string
  channel: string
}

export interface DayOfMeter {
  meterId: string
  number: string
  day: LocalDate
}

export class ChannelTotals {
  readonly kept: ChannelTotal[] = []
  /** Channels that there were, those beyond the first included. */
  count = 0
  private meterId = ''
  /** Of the meter that passes by; null if it is beyond the first. */
  private readonly channels = new Map<string, ChannelTotal | null>()

  /** Meter by meter, and each meter's days in order. */
  add(at: DayOfMeter, channels: Iterable<NamedDay>): void {
    if (at.meterId !== this.meterId) this.channels.clear()
    this.meterId = at.meterId
    for (const given of channels) {
      const total = this.totalOf(at, given)
      if (total) addDay(total, at.day, given)
    }
  }

  private totalOf({ meterId, number, day }: DayOfMeter, given: NamedDay): ChannelTotal | null {
    const { meter, channel, direction } = given
    const key = JSON.stringify([meter, channel, direction])
    const known = this.channels.get(key)
    if (known !== undefined) return known
    const none = { intervals: 0, energyWh: wh(0n), estimated: 0, substituted: 0, missing: 0 }
    const fresh = { meterId, meter: number, channel, direction, from: day, to: day, ...none }
    const total = this.kept.length < MOST_TOTALS ? fresh : null
    if (total) this.kept.push(total)
    this.channels.set(key, total)
    this.count++
    return total
  }
}

function addDay(total: ChannelTotal, day: LocalDate, { energyWh, qualities }: ChannelDay): void {
  total.to = day
  total.intervals += qualities.length
  total.energyWh = wh(energyWh.reduce<bigint>((sum, energy) => sum + energy, total.energyWh))
  for (const quality of qualities) {
    if (quality === null || quality === 'Missing') total.missing++
    else if (quality === 'Estimated') total.estimated++
    else if (quality === 'Substituted') total.substituted++
  }
}
