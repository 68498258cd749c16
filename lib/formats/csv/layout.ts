/** Where in a row everything stands: the columns a mapping names, as places. */
import type { CsvRow } from '../csv-rows'
import { shown, type Report } from './faults'
import type { ColumnRef, CsvChannel, CsvMapping } from './mapping'

export interface Only {
  at: number
  is: ReadonlySet<string>
  startsWith: string | undefined
}

export interface ChannelPlace {
  channel: CsvChannel
  /** As the header names it, where each column is a meter. */
  meter: string | null
  columns: number[]
  minus: number[]
  when: { at: number; is: ReadonlySet<string> } | null
}

export interface Layout {
  time: number[]
  /** Of the first interval in a row that holds a day. */
  dayFirst: number
  meter: number | null
  quality: number | null
  only: Only[]
  channels: ChannelPlace[]
}

/** Null if a column is not there, or there twice: each is reported. */
export function layoutOf(mapping: CsvMapping, first: CsvRow, report: Report): Layout | null {
  const before = report.faults
  const { header } = mapping.text
  const used = new Set<number>()
  const place = (ref: ColumnRef): number => {
    const at = placeOf(ref, first, { header, report })
    used.add(at)
    return at
  }
  const { time, meter, quality, only } = mapping
  const times =
    time.kind === 'date-and-time'
      ? [time.date, time.time]
      : time.kind === 'day-rows'
        ? [time.date]
        : time.kind === 'counted'
          ? []
          : [time.column]
  const layout: Layout = {
    time: times.map(place),
    dayFirst: time.kind === 'day-rows' ? place(time.first) : 0,
    meter: meter.kind === 'column' ? place(meter.column) : null,
    quality: quality ? place(quality.column) : null,
    only: only.map(({ column, is, startsWith }) => ({ at: place(column), is: new Set(is), startsWith })),
    channels: [],
  }
  const channels = mapping.channels.map((channel) => placesOf(channel, place))
  layout.channels = meter.kind === 'header' ? channels.flatMap((each) => eachColumn(each, first, used)) : channels
  if (time.kind === 'day-rows' && layout.dayFirst + time.count > first.cells.length)
    report.fault('CsvDayTooShort', first.line, { columns: first.cells.length - layout.dayFirst, count: time.count })
  return report.faults === before ? layout : null
}

function placesOf(channel: CsvChannel, place: (ref: ColumnRef) => number): ChannelPlace {
  const { columns, minus, when } = channel
  return {
    channel,
    meter: null,
    columns: columns.map(place),
    minus: (minus?.columns ?? []).map(place),
    when: when ? { at: place(when.column), is: new Set(when.is) } : null,
  }
}

function eachColumn(found: ChannelPlace, { cells }: CsvRow, used: ReadonlySet<number>): ChannelPlace[] {
  return cells.flatMap((cell, at) => (used.has(at) || cell === '' ? [] : [{ ...found, meter: cell, columns: [at] }]))
}

function placeOf(
  ref: ColumnRef,
  { cells, line }: CsvRow,
  { header, report }: { header: boolean; report: Report },
): number {
  if (typeof ref === 'number') {
    if (ref > cells.length) report.fault('CsvColumnMissing', line, { column: ref })
    return ref - 1
  }
  const found = header ? cells.flatMap((cell, index) => (cell === ref.trim() ? [index] : [])) : []
  if (found.length > 1) report.fault('CsvColumnTwice', line, { column: shown(ref) })
  if (found.length === 0) report.fault('CsvColumnMissing', line, { column: shown(ref) })
  return found[0] ?? -1
}
