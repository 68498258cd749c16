/** A delimited file with a row for each interval: a time and numbers. Usage and published prices are read with it. */
import type { Bounds } from '@/lib/domain/metering/calendar'
import { Refused } from '@/lib/domain/refused'
import { csvRows, shownCell, type CsvRow } from './csv-rows'
import { exactDecimal } from './decimal'
import { timeline, type Timeline } from './timeline'
import { timeStamp, type DateOrder, type TimeStamp } from './time-stamp'

export interface IntervalFormat {
  /** What refusals call the file. */
  file: string
  /** The zone of times without an offset. */
  timeZone: string
  dateOrder: DateOrder
  decimalComma: boolean
  /** Seconds; null: found from the times. */
  interval: number | null
  /** What columns are called in this file, by what they are: see columnsOf. */
  columns: Readonly<Record<string, string>>
  /** Only intervals that start in here are read: a file may have gaps before and after. */
  within: Bounds
}

export const EVER: Bounds = { start: -Infinity, end: Infinity }

/** A column of numbers this reader understands, and how many decimals are counted. */
export interface NumberColumn {
  key: string
  /** Another name for it in a header. */
  alias?: string
  scale: number
}

export interface IntervalFile extends Timeline {
  /** In order of time, whatever the order in the file: by column, in the order that was asked for. */
  numbers: Map<string, bigint[]>
  /** The line of each interval. */
  lines: number[]
}

const MOST_ROWS = 5_000_000
/** Names that do not say whether a time is the first or the last instant of its interval. */
const UNCLEAR = ['time', 'timestamp', 'datetime', 'date_time', 'date']

export async function readIntervals(
  chunks: AsyncIterable<string>,
  format: IntervalFormat,
  known: readonly NumberColumn[],
): Promise<IntervalFile> {
  const { file } = format
  const stamps: TimeStamp[] = []
  const lines: number[] = []
  let columns: Columns | undefined
  for await (const row of csvRows(chunks, file)) {
    if (!columns) {
      columns = columnsOf(row, format, known)
      continue
    }
    if (lines.length === MOST_ROWS) {
      const what = `it has more than ${MOST_ROWS} intervals`
      throw new Refused('FileTooLong', {
        what,
        todo: 'Price one meter, and a few years, at a time.',
        file,
        line: row.line,
      })
    }
    stamps.push(stampOf(row, columns, format, stamps[0]))
    lines.push(row.line)
    for (const column of columns.numbers) column.values.push(numberOf(row, column, format))
  }
  const { mark = 'start', numbers = [] } = columns ?? {}
  const { timeZone, interval, within } = format
  const found = timeline({ file, mark, timeZone, stamps, lines, interval, within })
  if (found.newestFirst) for (const values of [lines, ...numbers.map((column) => column.values)]) values.reverse()
  const { first, count } = found
  const counted = numbers.map(({ key, values }) => [key, values.slice(first, first + count)] as const)
  return { ...found, lines: lines.slice(first, first + count), numbers: new Map(counted) }
}

interface Columns {
  mark: 'start' | 'end'
  time: number
  numbers: (NumberColumn & { index: number; values: bigint[] })[]
}

/** `Import (kWh)`, `import kWh` and `import_kwh` are one name. */
function keyOf(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

function columnsOf({ cells, line }: CsvRow, format: IntervalFormat, known: readonly NumberColumn[]): Columns {
  const { file, columns } = format
  const place = (key: string, alias = key): number => {
    const named = columns[key]
    const is = (cell: string) => (named === undefined ? [key, alias].includes(keyOf(cell)) : cell === named)
    const found = cells.flatMap((cell, index) => (is(cell) ? [index] : []))
    if (found.length > 1 || (named !== undefined && found.length === 0)) {
      const what = `the header has ${found.length} columns ${shownCell(named ?? key)}`
      throw new Refused('ColumnUnclear', { what, todo: `Name the one for ${key} with --column ${key}=…`, file, line })
    }
    return found[0] ?? -1
  }
  const [start, end] = [place('start'), place('end')]
  const numbers = known.flatMap((column) => {
    const index = place(column.key, column.alias)
    return index < 0 ? [] : [{ ...column, index, values: [] }]
  })
  if (start < 0 && end < 0) {
    const unclear = cells.find((cell) => UNCLEAR.includes(keyOf(cell)))
    const about = unclear === undefined ? '' : ` ${shownCell(unclear)} does not say which of the two it is.`
    const todo = `Call the column of times start or end, or name it: --column start=… or --column end=….${about}`
    throw new Refused('TimeColumnMissing', {
      what: 'no column holds the start or the end of an interval',
      todo,
      file,
      line,
    })
  }
  if (numbers.length === 0) {
    const keys = known.map(({ key }) => key).join(', ')
    const todo = `Call a column one of ${keys}, or name it with --column.`
    throw new Refused('NumberColumnMissing', { what: 'no column holds the numbers', todo, file, line })
  }
  // With both, the start says it all.
  return { mark: start >= 0 ? 'start' : 'end', time: start >= 0 ? start : end, numbers }
}

function stampOf({ cells, line }: CsvRow, { time }: Columns, format: IntervalFormat, first?: TimeStamp): TimeStamp {
  const { file, dateOrder } = format
  const cell = cells[time] ?? ''
  const stamp = timeStamp(cell, dateOrder)
  if (!stamp) {
    const todo =
      'Write it as 2026-01-31T23:30 (with Z or an offset if need be), or say how dates are ordered with --dates dmy or mdy.'
    throw new Refused('TimeMalformed', { what: `${shownCell(cell)} is no time`, todo, file, line })
  }
  if (first && (first.offset === null) !== (stamp.offset === null)) {
    const todo = 'Give all times an offset, or none.'
    throw new Refused('TimeMixed', { what: 'some times have an offset and some have none', todo, file, line })
  }
  return stamp
}

function numberOf({ cells, line }: CsvRow, column: Columns['numbers'][number], format: IntervalFormat): bigint {
  const { file, decimalComma } = format
  const cell = cells[column.index] ?? ''
  const text = decimalComma && /^[^.,]*,[^.,]*$/.test(cell) ? cell.replace(',', '.') : cell
  const value = exactDecimal(text, column.scale)
  if (typeof value === 'bigint') return value
  const faults = {
    malformed: ['NumberMalformed', cell === '' ? 'there is no number' : `${shownCell(cell)} is no number`],
    tooFine: ['NumberTooFine', `${shownCell(cell)} has more than ${column.scale} decimals`],
    tooLarge: ['NumberAbsurd', `${shownCell(cell)} is larger than anything that is counted`],
  } as const
  const [name, what] = faults[value]
  const comma = /^[+-]?\d+,\d+$/.test(cell) && !decimalComma ? ' For decimal commas add --decimal-comma.' : ''
  throw new Refused(name, {
    what: `${column.key}: ${what}`,
    todo: `Write a decimal number such as 0.125.${comma}`,
    file,
    line,
  })
}
