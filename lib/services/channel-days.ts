/** Cuts the blocks of a meter file into channel-days as they come, a few of which are open at a time. */
import { packedChannel, type StagedChannelDay } from '@/lib/db/write/import-staging'
import { writtenDate, type DaysTaken } from '@/lib/domain/metering/days-taken'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { fitsInterval } from '@/lib/domain/metering/intervals'
import type { IntervalQuality } from '@/lib/domain/metering/meter-day'
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

  /** Null, or why the block cannot be used. */
  add(block: IntervalBlock): FileFault | null {
    const { start, seconds, energyWh, meter, channel, line } = block
    const about = { meter, channel }
    const outOfReach = (day: string) => ({
      name: 'DayOutOfReach',
      facts: { ...about, day, from: this.taken.from },
      line,
    })
    const far = this.taken.farOutside({ start, end: start + seconds * energyWh.length })
    if (far !== null) return outOfReach(writtenDate(far))
    const parts = this.splitter.split({ start, seconds, count: energyWh.length })
    if (typeof parts === 'string') return { name: parts, facts: { ...about, seconds }, line }
    const large = energyWh.find((energy) => !fitsInterval(energy))
    if (large !== undefined) return { name: 'IntervalTooLarge', facts: { ...about, energy: large.toString() }, line }
    const outside = parts.find(({ day }) => !this.taken.hasDay(day))
    if (outside) return outOfReach(outside.day)
    for (const part of parts) this.put(block, part)
    return null
  }

  private put(block: IntervalBlock, part: DayPart): void {
    const day = this.dayFor(block, part)
    for (let index = 0; index < part.length; index++) {
      const { quality } = block
      day.energyWh[part.first + index] = block.energyWh[part.from + index] ?? wh(0n)
      day.qualities[part.first + index] =
        typeof quality === 'string' ? quality : (quality[part.from + index] ?? 'Measured')
    }
  }

  private dayFor({ meter, channel, direction, line }: IntervalBlock, { day, minutes, count }: DayPart): OpenDay {
    for (let place = this.open.length - 1; place >= 0; place--) {
      const known = this.open[place]
      if (known?.channel !== channel || known.meter !== meter || known.day !== day) continue
      if (known.direction === direction && known.minutes === minutes) return known
    }
    if (this.open.length >= MOST_OPEN) this.closeOldest()
    const fresh = {
      ...{ seq: this.seq++, meter, channel, direction, day, minutes, line },
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
