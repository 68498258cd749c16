/** What the address of the page says is shown; whatever it says, something that can be shown comes out. */
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import { METERING_VIEWS, type DateSpan, type MeteringView } from '@/lib/domain/metering/metering-view'

export const METERING_PATH = '/consumer/metering'

export type Flow = 'import' | 'export'

export interface MeteringChoice {
  meterId: string
  view: MeteringView
  /** A day within the span shown. */
  date: LocalDate
  /** Beside the year before. */
  compare: boolean
  /** Of the picture of the year. */
  flow: Flow
}

export type SearchParams = Record<string, string | string[] | undefined>

/** The meter that is asked for, or the first. */
export function meterIn<Meter extends { id: string }>(
  meters: readonly Meter[],
  search: SearchParams,
): Meter | undefined {
  return meters.find(({ id }) => id === search['meter']) ?? meters[0]
}

export interface Metered {
  meterId: string
  /** The days that can have data. */
  metered: DateSpan
  /** The last that has. */
  latest: LocalDate
}

/** A date that is none, or none is given, is the latest; one outside the days that can have data is the nearest inside. */
export function choiceIn(search: SearchParams, { meterId, metered, latest }: Metered): MeteringChoice {
  const date = isDate(search['date']) ? search['date'] : latest
  const last = addDays(metered.to, -1)
  return {
    meterId,
    view: METERING_VIEWS.find((view) => view === search['view']) ?? 'day',
    date: date < metered.from ? metered.from : date > last ? last : date,
    compare: search['compare'] === 'year',
    flow: search['flow'] === 'export' ? 'export' : 'import',
  }
}

export function isDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Where a choice is shown. What is usual is left out, so that addresses stay short. */
export function hrefOf({ meterId, view, date, compare, flow }: MeteringChoice): string {
  const query = new URLSearchParams({ meter: meterId, view, date })
  if (compare) query.set('compare', 'year')
  if (flow === 'export') query.set('flow', flow)
  return `${METERING_PATH}?${query.toString()}`
}
