/** Cuts the blocks of a meter file into channel-days as they come, a few of which are open at a time. */
import { packedChannel, type StagedChannelDay } from '@/lib/db/write/import-staging'
import { writtenDate, type DaysTaken } from '@/lib/domain/metering/days-taken'
import { fault, type Finding } from '@/lib/domain/metering/finding'
import { fitsInterval } from '@/lib/domain/metering/intervals'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
import { settledRepeat } from '@/lib/domain/metering/repeats'
import { DaySplitter, type DayPart } from '@/lib/domain/metering/split-days'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { IntervalBlock } from '@/lib/formats/meter-file'

/** Files with a column for each channel come to a day's channels in turn: that many may take turns. */
const MOST_OPEN = 64

interface OpenDay extends Omit<StagedChannelDay, 'data' | 'qualities'> {
  energyWh: Wh[]
  qualities: (IntervalQuality | null)[]
}

export class ChannelDays {
  /** Oldest first. */
  private readonly open: OpenDay[] = []
  private closed: StagedChannelDay[] = []
  private seq = 0

  constructor(
    private readonly splitter: DaySplitter,
    private readonly taken: DaysTaken,
  ) {}

  /** How many channel-days are complete and wait to be taken. */
  get waiting(): number {
    return this.closed.length
  }

  get started(): number {
    return this.seq
  }

  /** @returns why the block cannot be used, or what it says of instants that were given before. */
  add(block: IntervalBlock): Finding[] {
    const { start, seconds, energyWh, meter, channel, line } = block
    const about = { meter, channel }
    const outOfReach = (day: string) => fault('DayOutOfReach', { ...about, day, from: this.taken.from }, line)
    const far = this.taken.farOutside({ start, end: start + seconds * energyWh.length })
    if (far !== null) return [outOfReach(writtenDate(far))]
    const parts = this.splitter.split({ start, seconds, count: energyWh.length })
    if (typeof parts === 'string') return [fault(parts, { ...about, seconds }, line)]
    const large = energyWh.find((energy) => !fitsInterval(energy))
    if (large !== undefined) return [fault('IntervalTooLarge', { ...about, energy: large.toString() }, line)]
    const outside = parts.find(({ day }) => !this.taken.hasDay(day))
    if (outside) return [outOfReach(outside.day)]
    return parts.flatMap((part) => this.put(block, part))
  }

  private put(block: IntervalBlock, part: DayPart): Finding[] {
    const day = this.dayFor(block, part)
    const findings: Finding[] = []
    for (let index = 0; index < part.length; index++) {
      const slot = part.first + index
      const energy = block.energyWh[part.from + index] ?? wh(0n)
      if (day.qualities[slot] && !day.replaces) findings.push(this.repeated(day, slot, { ...block, energy }))
      else {
        const { quality } = block
        day.energyWh[slot] = energy
        day.qualities[slot] = typeof quality === 'string' ? quality : (quality[part.from + index] ?? 'Measured')
      }
    }
    return findings
  }

  /** An instant is given again: the same is a remark, anything else is a fault. */
  private repeated(day: OpenDay, slot: number, again: Pick<IntervalBlock, 'line'> & { energy: Wh }): Finding {
    const { start, end } = this.splitter.boundsOf(day.day)
    const seconds = (end - start) / day.energyWh.length
    const at = { start: start + slot * seconds, seconds, updated: null }
    const first = { ...at, energy: day.energyWh[slot] ?? wh(0n), line: day.line }
    const { finding } = settledRepeat(first, { ...at, energy: again.energy, line: again.line })
    return ofChannel(finding, day)
  }

  private dayFor(
    { meter, channel, direction, line, replaces = false }: IntervalBlock,
    { day, minutes, count }: DayPart,
  ): OpenDay {
    for (let place = this.open.length - 1; place >= 0; place--) {
      const known = this.open[place]
      if (known?.channel !== channel || known.meter !== meter || known.day !== day) continue
      if (known.replaces !== replaces) continue
      if (known.direction === direction && known.minutes === minutes) return known
    }
    if (this.open.length >= MOST_OPEN) this.closeOldest()
    const fresh = {
      ...{ seq: this.seq++, meter, channel, direction, day, minutes, line, replaces },
      energyWh: Array.from({ length: count }, () => wh(0n)),
      qualities: Array.from({ length: count }, () => null),
    }
    this.open.push(fresh)
    return fresh
  }

  private closeOldest(): void {
    const oldest = this.open.shift()
    if (!oldest) return
    const { energyWh, qualities, ...day } = oldest
    this.closed.push({ ...day, ...packedChannel({ energyWh, qualities }) })
  }

  /** What is complete; at the end of the file, everything. */
  take(ended = false): StagedChannelDay[] {
    while (ended && this.open.length > 0) this.closeOldest()
    const taken = this.closed
    this.closed = []
    return taken
  }
}

/** Says of which channel something was found. */
export function ofChannel(
  { kind, about }: Finding,
  { meter, channel }: Pick<StagedChannelDay, 'meter' | 'channel'>,
): Finding {
  return { kind, about: { ...about, facts: { meter, channel, ...about.facts } } }
}
