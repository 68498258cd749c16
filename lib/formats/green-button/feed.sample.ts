/** A small Green Button feed for tests, entry by entry: tests put them together in any order and change what they say. */

const BASE = '/espi/1_1/resource'
export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'

interface EntryText {
  self: string
  up?: string
  related?: readonly string[]
  content: string
  /** Some write the links behind the content. */
  linksLast?: boolean
}

export function entry({ self, up, related = [], content, linksLast = false }: EntryText): string {
  const link = (rel: string, href: string) => `<link rel="${rel}" href="${BASE}/${href}"/>`
  const links =
    link('self', self) +
    (up === undefined ? '' : link('up', up)) +
    related.map((href) => link('related', href)).join('')
  const body = `<content>${content}</content>`
  return `<entry><id>urn:uuid:0</id>${linksLast ? body + links : links + body}</entry>\n`
}

const fields = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')
const espi = (name: string, within: string) => `<${name} xmlns="http://naesb.org/espi">${within}</${name}>`

export function usagePoint(id: string, kind = '0'): string {
  const content = espi('UsagePoint', `<ServiceCategory><kind>${kind}</kind></ServiceCategory>`)
  return entry({ self: `UsagePoint/${id}`, up: 'UsagePoint', related: [`UsagePoint/${id}/MeterReading`], content })
}

export function meterReading(point: string, id: string, type: string): string {
  const self = `UsagePoint/${point}/MeterReading/${id}`
  const related = [`${self}/IntervalBlock`, `ReadingType/${type}`]
  return entry({ self, up: `UsagePoint/${point}/MeterReading`, related, content: espi('MeterReading', '') })
}

export function readingType(id: string, changes: Readonly<Record<string, string | number>> = {}): string {
  const values = { accumulationBehaviour: 4, flowDirection: 1, intervalLength: 3_600, powerOfTenMultiplier: 0, uom: 72 }
  const content = espi('ReadingType', fields({ ...values, ...changes }))
  return entry({ self: `ReadingType/${id}`, up: 'ReadingType', content })
}

export interface ReadingValues {
  start: number
  duration?: number
  value: number | string
  qualities?: readonly number[]
}

export function reading({ start, duration = 3_600, value, qualities = [] }: ReadingValues): string {
  const known = qualities.map((quality) => `<ReadingQuality>${fields({ quality })}</ReadingQuality>`).join('')
  return `<IntervalReading>${known}<timePeriod>${fields({ duration, start })}</timePeriod>${fields({ value })}</IntervalReading>`
}

export function intervalBlock(reading: string, readings: readonly string[], linksLast = false): string {
  const up = `UsagePoint/${reading}/IntervalBlock`
  const interval = `<interval>${fields({ duration: 86_400, start: START })}</interval>`
  return entry({ self: `${up}/1`, up, content: espi('IntervalBlock', interval + readings.join('')), linksLast })
}

/** 1 January 2026 in Shanghai. */
export const START = 1_767_196_800
export const feed = (...entries: readonly string[]): string => `${HEAD}${entries.join('')}</feed>\n`
