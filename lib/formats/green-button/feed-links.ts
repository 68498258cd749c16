/**
 * How the resources of a feed belong together: interval blocks to a meter reading, that to a usage point and a reading type.
 * Atom says so by links, in either direction, and entries come in any order.
 */
import type { Entry } from './feed-entries'

export interface MeterReadingLinks {
  reading: Entry
  point: Entry
  type: Entry
}

/** Keeps memory flat: entries, and characters of their links. A feed has a handful of each meter. */
const MOST_ENTRIES = 10_000
const MOST_CHARACTERS = 8_000_000
const KEPT = ['UsagePoint', 'MeterReading', 'ReadingType'] as const
type Kept = (typeof KEPT)[number]

interface Places {
  bySelf: Map<string, Entry>
  /** By what the entry says is related to it. */
  byRelated: Map<string, Entry>
}

export class FeedLinks {
  private count = 0
  private characters = 0
  private readonly places: Record<Kept, Places> = {
    UsagePoint: { bySelf: new Map(), byRelated: new Map() },
    MeterReading: { bySelf: new Map(), byRelated: new Map() },
    ReadingType: { bySelf: new Map(), byRelated: new Map() },
  }

  /** False if there are too many. */
  add(entry: Entry): boolean {
    const kind = KEPT.find((name) => name === entry.resource)
    if (!kind) return true
    this.count += 1
    const { bySelf, byRelated } = this.places[kind]
    if (entry.self !== null) bySelf.set(entry.self, entry)
    // A reading type is found by its own address; the others are asked for their collections.
    if (kind !== 'ReadingType') for (const href of entry.related) byRelated.set(href, entry)
    this.characters += linkLength(entry)
    return this.count <= MOST_ENTRIES && this.characters <= MOST_CHARACTERS
  }

  /** What the interval blocks of an entry belong to; the name of what is missing if that is not known (yet). */
  of(block: Entry): MeterReadingLinks | Kept {
    const reading = this.above(block, 'MeterReading')
    if (!reading) return 'MeterReading'
    const type = reading.related.map((href) => this.places.ReadingType.bySelf.get(href)).find((found) => found)
    if (!type) return 'ReadingType'
    const point = this.above(reading, 'UsagePoint')
    return point ? { reading, point, type } : 'UsagePoint'
  }

  private above(entry: Entry, kind: Kept): Entry | undefined {
    const { bySelf, byRelated } = this.places[kind]
    // The collection an entry is in has the address of the entry without its last part.
    const collections = [...entry.up, ...(entry.self === null ? [] : [withoutLast(entry.self)])]
    for (const href of collections) {
      const found = byRelated.get(href) ?? bySelf.get(href) ?? bySelf.get(withoutLast(href))
      if (found) return found
    }
    return entry.self === null ? undefined : byRelated.get(entry.self)
  }
}

/** What an entry's links take to keep. */
export function linkLength({ self, up, related }: Entry): number {
  return [self ?? '', ...up, ...related].reduce((sum, { length }) => sum + length, 0)
}

function withoutLast(href: string): string {
  return href.slice(0, Math.max(0, href.lastIndexOf('/')))
}
