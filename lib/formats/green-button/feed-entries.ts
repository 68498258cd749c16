/**
 * The entries of a Green Button feed: what each resource says, and what its Atom links say about its place among the others.
 * Interval readings are handed on in portions, as one entry may hold years of them.
 */
import type { XmlPiece } from './xml-pieces'

export interface Entry {
  /** Where it begins in the file. */
  line: number
  self: string | null
  up: readonly string[]
  related: readonly string[]
  /** UsagePoint, MeterReading, ReadingType, IntervalBlock or another; null if the entry has none so far. */
  resource: string | null
  /** The values that matter here, by their path within the resource. */
  fields: ReadonlyMap<string, string>
}

/** As the file has them: an absent value is null. */
export interface ReadingText {
  line: number
  /** Within its block, from 0. */
  index: number
  start: string | null
  duration: string | null
  value: string | null
  /** Codes of its ReadingQuality elements. */
  qualities: readonly string[]
}

export type FeedItem =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'readings'; entry: Entry; blockStart: string | null; readings: ReadingText[] }

const ATOM = 'http://www.w3.org/2005/Atom'
const ESPI = 'http://naesb.org/espi'
const PORTION = 1_000
const MOST_LINKS = 64
const LONGEST_HREF = 1_000
const LONGEST_VALUE = 64
const MOST_QUALITIES = 16
const FIELDS: ReadonlySet<string> = new Set([
  'ServiceCategory/kind',
  'accumulationBehaviour',
  'defaultQuality',
  'flowDirection',
  'intervalLength',
  'powerOfTenMultiplier',
  'uom',
  'interval/start',
])

type Draft = Entry & { up: string[]; related: string[]; fields: Map<string, string> }

export class FeedEntries {
  /** The root of the file is an Atom feed or entry. */
  isFeed: boolean | null = null
  private items: FeedItem[] = []
  private entry: Draft | null = null
  /** Elements that are open within the resource; the first is the resource. */
  private path: string[] = []
  private text = ''
  private readings: ReadingText[] = []
  private reading: (ReadingText & { qualities: string[] }) | null = null
  private index = 0
  /** Names of the elements that are open, and null for those that are not of a resource. */
  private readonly open: (string | null)[] = []

  add(piece: XmlPiece): void {
    if (piece.kind === 'open') this.opens(piece)
    else if (piece.kind === 'close') this.closes()
    else if (this.text.length < LONGEST_VALUE) this.text += piece.text.slice(0, LONGEST_VALUE)
  }

  take(): FeedItem[] {
    const taken = this.items
    this.items = []
    return taken
  }

  private opens({ space, name, attributes, line }: XmlPiece & { kind: 'open' }): void {
    this.isFeed ??= space === ATOM && (name === 'feed' || name === 'entry')
    this.text = ''
    if (space === ATOM && name === 'entry') this.begin(line)
    if (space === ATOM && name === 'link' && this.entry) addLink(this.entry, attributes)
    const within = space === ESPI && this.entry !== null
    this.open.push(space === ATOM && name === 'entry' ? 'entry' : within ? name : null)
    if (!within) return
    this.path.push(name)
    if (this.path.length === 1 && this.entry) this.entry.resource = name
    if (this.at === 'IntervalBlock') this.index = 0
    if (this.at === 'IntervalBlock/IntervalReading')
      this.reading = { line, index: this.index++, start: null, duration: null, value: null, qualities: [] }
  }

  private begin(line: number): void {
    this.entry = { line, self: null, up: [], related: [], resource: null, fields: new Map() }
    this.path = []
    this.reading = null
    this.readings = []
  }

  private closes(): void {
    const name = this.open.pop()
    const { entry } = this
    if (name === 'entry') {
      if (entry) this.items.push({ kind: 'entry', entry })
      this.entry = null
    } else if (name !== null && name !== undefined && entry) {
      const text = own(this.text.trim())
      if (this.reading) this.closesInReading(this.reading, text)
      else if (this.at === 'IntervalBlock') this.handOn(entry)
      else this.closesField(entry, text)
      this.path.pop()
    }
    this.text = ''
  }

  /** Deeper than this nothing begins or ends that is of use by its whole path. */
  private get at(): string {
    return this.path.length > 2 ? '' : this.path.join('/')
  }

  private closesField(entry: Draft, text: string): void {
    const field = this.path.slice(1).join('/')
    if (FIELDS.has(field) && text !== '') entry.fields.set(field, text)
  }

  private closesInReading(reading: NonNullable<typeof this.reading>, text: string): void {
    const within = this.path.slice(2).join('/')
    if (within === 'timePeriod/start') reading.start = text
    else if (within === 'timePeriod/duration') reading.duration = text
    else if (within === 'value') reading.value = text
    else if (within === 'ReadingQuality/quality' && reading.qualities.length < MOST_QUALITIES)
      reading.qualities.push(text)
    else if (within === '') {
      this.readings.push(reading)
      this.reading = null
      if (this.readings.length >= PORTION && this.entry) this.handOn(this.entry)
    }
  }

  private handOn(entry: Draft): void {
    const blockStart = entry.fields.get('interval/start') ?? null
    if (this.readings.length > 0) this.items.push({ kind: 'readings', entry, blockStart, readings: this.readings })
    this.readings = []
    if (this.path.length === 1) entry.fields.clear()
  }
}

function addLink(entry: Draft, { rel, href = '' }: Readonly<Record<string, string>>): void {
  if (href === '' || href.length > LONGEST_HREF) return
  const target = own(href.replace(/\/+$/, ''))
  if (rel === 'self') entry.self = target
  else if (rel === 'up' && entry.up.length < MOST_LINKS) entry.up.push(target)
  else if (rel === 'related' && entry.related.length < MOST_LINKS) entry.related.push(target)
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]
/** From here on a part of a text holds the whole of it in memory. */
const SHARED = 13

/** A copy, so that a value that is kept does not keep the piece of the file it came from. */
function own(text: string): string {
  return text.length < SHARED ? text : decoder.decode(encoder.encode(text))
}
