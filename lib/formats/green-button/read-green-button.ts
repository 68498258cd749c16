/**
 * Green Button (ESPI): an Atom feed of usage points, their meter readings, reading types and interval blocks. Blocks whose
 * reading type comes later in the file are held until it does, in bounded number.
 */
import { FileReport } from '../file-report'
import type { IntervalBlock, MeterFile, MeterFileItem, RegisterReading } from '../meter-file'
import { FeedEntries, type Entry, type FeedItem } from './feed-entries'
import { FeedLinks } from './feed-links'
import { HeldPortions, type Portion } from './held-portions'
import { Series } from './series'
import { xmlPieces } from './xml-pieces'

export async function* readGreenButton(file: MeterFile): AsyncGenerator<MeterFileItem> {
  const report = new FileReport()
  const [entries, feed] = [new FeedEntries(), new Feed(report)]
  for await (const pieces of xmlPieces(file.bytes)) {
    for (const piece of pieces) {
      if (piece.kind === 'fault') {
        report.fault(piece.name, piece.line, piece.facts)
        return yield* report.end()
      }
      entries.add(piece)
    }
    for (const item of entries.take()) yield* feed.add(item)
    yield* report.take()
    if (report.full || feed.stopped) return yield* report.end()
  }
  if (entries.isFeed) yield* feed.end()
  else report.fault('EspiNoFeed', null)
  yield* report.end()
}

class Feed {
  /** The file holds more than is kept. */
  stopped = false
  private energies = 0
  private readonly held = new HeldPortions()
  private readonly links = new FeedLinks()
  /** By meter reading; null for one that is left out. */
  private readonly series = new Map<Entry, Series | null>()

  constructor(private readonly report: FileReport) {}

  *add(item: FeedItem): Generator<IntervalBlock | RegisterReading> {
    if (this.stopped) return
    if (item.kind === 'entry') {
      if (!this.links.add(item.entry)) this.stop('EspiTooManyEntries', item.entry.line)
      return
    }
    // What comes after a portion that is held waits, too: a channel's intervals keep their order.
    if (this.held.empty && typeof this.links.of(item.entry) !== 'string') return yield* this.items(item)
    if (!this.held.add(item)) return
    yield* this.release()
    if (this.held.tooMany) this.stop('EspiTypeTooLate', item.entry.line)
  }

  /** What is left at the end of the file belongs to nothing. */
  *end(): Generator<IntervalBlock | RegisterReading> {
    yield* this.release()
    for (const entry of this.held.entries()) {
      const missing = this.links.of(entry)
      if (typeof missing === 'string') this.report.fault('EspiUnlinked', entry.line, { missing })
    }
    if (this.energies === 0 && !this.report.refused) this.report.fault('EspiNoEnergy', null)
  }

  private *release(): Generator<IntervalBlock | RegisterReading> {
    for (const portion of this.held.take(({ entry }) => typeof this.links.of(entry) !== 'string'))
      yield* this.items(portion)
  }

  private *items({ entry, readings, blockStart }: Portion): Generator<IntervalBlock | RegisterReading> {
    const found = this.links.of(entry)
    if (typeof found === 'string') return
    let series = this.series.get(found.reading)
    if (series === undefined) {
      series = Series.of(found, this.report)
      this.series.set(found.reading, series)
    }
    for (const item of series?.items(readings, blockStart) ?? []) {
      this.energies += 1
      yield item
    }
  }

  private stop(name: string, line: number): void {
    this.stopped = true
    this.report.fault(name, line)
  }
}
