/** One interval reading as numbers. */
import type { ReadQuality } from '@/lib/domain/metering/read'
import { shownCell } from '../csv-rows'
import type { ReadingText } from './feed-entries'
import { qualityOf } from './reading-quality'

export interface Interval {
  /** UTC seconds. */
  start: number
  /** May be 0 for what a register showed at an instant. */
  seconds: number
  /** In the unit of its reading type. */
  value: bigint
  quality: ReadQuality
}

export interface IntervalFault {
  name: 'EspiTimeMissing' | 'EspiNumber'
  facts: Readonly<Record<string, string>>
}

/** 48 bits, as the schema has it. */
const VALUE = /^[+-]?\d{1,15}$/
/** Until the year 2286. */
const INSTANT = /^\d{1,10}$/
const SECONDS = /^\d{1,9}$/

/** What a reading does not say itself, its block and its reading type do. */
export function readInterval(
  reading: ReadingText,
  { blockStart, type }: { blockStart: string | null; type: ReadonlyMap<string, string> },
): Interval | IntervalFault {
  const duration = reading.duration ?? type.get('intervalLength') ?? null
  const start = reading.start ?? blockStart
  if (start === null || duration === null) return { name: 'EspiTimeMissing', facts: {} }
  if (reading.value === null) return { name: 'EspiNumber', facts: { element: 'value', text: '""' } }
  const wrong = (
    [
      ['start', start, INSTANT],
      ['duration', duration, SECONDS],
      ['value', reading.value, VALUE],
    ] as const
  ).find(([, text, form]) => !form.test(text))
  if (wrong) return { name: 'EspiNumber', facts: { element: wrong[0], text: shownCell(wrong[1]) } }
  const seconds = Number(duration)
  const defaultQuality = type.get('defaultQuality')
  const codes = reading.qualities.length > 0 || defaultQuality === undefined ? reading.qualities : [defaultQuality]
  return {
    start: Number(start) + (reading.start === null ? reading.index * seconds : 0),
    seconds,
    value: BigInt(reading.value),
    quality: qualityOf(codes),
  }
}
