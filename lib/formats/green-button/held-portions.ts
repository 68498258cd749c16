/** Interval readings whose reading type has not come yet: a bounded amount, let go of in the order they came in. */
import type { Entry, FeedItem } from './feed-entries'
import { linkLength } from './feed-links'

export type Portion = FeedItem & { kind: 'readings' }

/** About 200,000 readings, over five years of quarter-hours, or fewer that are longer. In characters. */
const MOST = 24_000_000
/** Of memory for one reading beside its texts. */
const EACH = 100

export class HeldPortions {
  private portions: Portion[] = []
  private size = 0

  get empty(): boolean {
    return this.portions.length === 0
  }

  /** Trying again for less than half of all would take longer and longer. */
  get tooMany(): boolean {
    return this.size > MOST / 2
  }

  /** True when it is time to let some go. */
  add(portion: Portion): boolean {
    this.portions.push(portion)
    this.size += sizeOf(portion)
    return this.size > MOST
  }

  take(isReady: (portion: Portion) => boolean): Portion[] {
    const ready: Portion[] = []
    const waiting: Portion[] = []
    for (const portion of this.portions) (isReady(portion) ? ready : waiting).push(portion)
    this.portions = waiting
    this.size = waiting.reduce((sum, portion) => sum + sizeOf(portion), 0)
    return ready
  }

  entries(): ReadonlySet<Entry> {
    return new Set(this.portions.map(({ entry }) => entry))
  }
}

function sizeOf({ entry, readings }: Portion): number {
  return readings.reduce(
    (sum, reading) => {
      const { start, duration, value, qualities } = reading
      const texts = [start ?? '', duration ?? '', value ?? '', ...qualities]
      return texts.reduce((length, text) => length + text.length, sum + EACH)
    },
    EACH + linkLength(entry),
  )
}
