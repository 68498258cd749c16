/**
 * Energy of a meter as a Green Button feed (ESPI), in pieces: a usage point, a meter reading for each direction, and an
 * interval block for each day. It says nothing about whose meter it is beyond the name it is given.
 */
import { dayBounds } from '@/lib/domain/metering/calendar'
import { WHOLE_DAY_MINUTES, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import type { Wh } from '@/lib/domain/units/units'
import { DIRECTIONS, type Direction } from '../meter-file'
import { QUALITY_CODES } from './reading-quality'
import { element, feedEntry, FEED_END, feedStart, type FeedPlace } from './feed-text'

export interface GreenButtonFeed {
  /** In order of time. */
  days: AsyncIterable<MeterDay> | Iterable<MeterDay>
  timeZone: string
  /** Names the usage point, and is all the file says about whose it is. */
  meter: string
  /** When it is written, UTC seconds. */
  at: number
  directions?: readonly Direction[]
}

const FLOWS: Readonly<Record<Direction, string>> = { import: '1', export: '19' }
const SECONDS_PER_MINUTE = 60

export async function* writeGreenButton(feed: GreenButtonFeed): AsyncGenerator<string> {
  const { timeZone, at, directions = DIRECTIONS } = feed
  const point = `/espi/1_1/resource/Subscription/1/UsagePoint/${encodeURIComponent(wellFormed(feed.meter))}`
  let count = 0
  yield feedStart({ title: feed.meter, at })
  yield usagePoint(point, feed)
  for await (const day of feed.days) {
    count += 1
    if (count === 1) for (const direction of directions) yield meterReading(point, direction, { day, at })
    for (const direction of directions) {
      const readings = intervalReadings(day, direction, timeZone)
      if (readings === '') continue
      const up = `${readingOf(point, direction)}/IntervalBlock`
      const place: FeedPlace = { self: `${up}/${count}`, up, related: [] }
      yield feedEntry({ place, title: day.day, at, content: intervalBlock(day, readings, timeZone) })
    }
  }
  yield FEED_END
}

const readingOf = (point: string, direction: Direction): string => `${point}/MeterReading/${direction}`
const typeOf = (direction: Direction): string => `/espi/1_1/resource/ReadingType/${direction}`
/** Half of a letter has no address. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

function usagePoint(point: string, { meter, at }: GreenButtonFeed): string {
  const place = { self: point, up: '/espi/1_1/resource/Subscription/1/UsagePoint', related: [`${point}/MeterReading`] }
  const content = element('UsagePoint', element('ServiceCategory', element('kind', '0')))
  return feedEntry({ place, title: meter, at, content })
}

/** The meter reading of one direction and what its numbers are. */
function meterReading(point: string, direction: Direction, { day, at }: { day: MeterDay; at: number }): string {
  const [self, type] = [readingOf(point, direction), typeOf(direction)]
  const title = direction === 'import' ? 'Energy taken from the grid' : 'Energy given to the grid'
  const reading: FeedPlace = { self, up: `${point}/MeterReading`, related: [`${self}/IntervalBlock`, type] }
  const kind: FeedPlace = { self: type, up: '/espi/1_1/resource/ReadingType', related: [] }
  return (
    feedEntry({ place: reading, title, at, content: element('MeterReading', '') }) +
    feedEntry({ place: kind, title, at, content: readingType(direction, day.minutes) })
  )
}

/** Energy of intervals (4, 12), electricity (1), normal (12), validated unless a reading says otherwise (17), in Wh (72). */
function readingType(direction: Direction, minutes: number): string {
  const fields = [
    ['accumulationBehaviour', '4'],
    ['commodity', '1'],
    ['dataQualifier', '12'],
    ['defaultQuality', QUALITY_CODES.Measured],
    ['flowDirection', FLOWS[direction]],
    ['intervalLength', String(minutes * SECONDS_PER_MINUTE)],
    ['kind', '12'],
    ['powerOfTenMultiplier', '0'],
    ['uom', '72'],
  ] as const
  return element('ReadingType', fields.map(([name, value]) => element(name, value)).join(''))
}

function intervalBlock({ day }: MeterDay, readings: string, timeZone: string): string {
  const { start, end } = dayBounds(day, timeZone)
  return element('IntervalBlock', `${period('interval', start, end - start)}${readings}`)
}

/** What is missing is left out: a reader sees a gap, not a zero. */
function intervalReadings({ day, minutes, ...energy }: MeterDay, direction: Direction, timeZone: string): string {
  const { start, end } = dayBounds(day, timeZone)
  const seconds = minutes === WHOLE_DAY_MINUTES ? end - start : minutes * SECONDS_PER_MINUTE
  const values = direction === 'import' ? energy.importWh : energy.exportWh
  return values
    .map((value, index) =>
      reading({ value, quality: energy.qualities[index], start: start + index * seconds, seconds }),
    )
    .join('')
}

interface WrittenReading {
  value: Wh
  quality: IntervalQuality | undefined
  start: number
  seconds: number
}

function reading({ value, quality = 'Measured', start, seconds }: WrittenReading): string {
  if (quality === 'Missing') return ''
  const known = quality === 'Measured' ? '' : element('ReadingQuality', element('quality', QUALITY_CODES[quality]))
  return element('IntervalReading', `${known}${period('timePeriod', start, seconds)}${element('value', String(value))}`)
}

function period(name: string, start: number, duration: number): string {
  return element(name, element('duration', String(duration)) + element('start', String(start)))
}
