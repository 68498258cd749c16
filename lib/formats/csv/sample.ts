/** The first rows of a delimited file, cut without a mapping, and what their columns look like. */
import { cellsOf, DELIMITERS, type Delimiter } from '../csv-rows'
import { DATE_ORDERS, timeStamp, type DateOrder } from '../time-stamp'
import { labelOf } from './decoded'
import type { ColumnRef } from './mapping'

export interface Sample {
  delimiter: Delimiter
  /** Lines above the header, or above the first row. */
  skipTop: number
  header: string[] | null
  rows: string[][]
}

const MOST_ROWS = 200
const TIME_OF_DAY = /^\d{1,2}:\d{2}(:\d{2})?$/
const NUMBER = /^[+-]?(\d[\d.,' ]*|[.,]\d+)([eE][+-]?\d+)?$/

/** Null if the bytes hold no two rows of equal width. */
export function sampleOf(first: Uint8Array): Sample | null {
  const text = new TextDecoder(labelOf(first)).decode(first).replace(/^\uFEFF/, '')
  const lines = text.split(/\r?\n/)
  // The last line may have been cut.
  if (lines.length > 1) lines.pop()
  const found = DELIMITERS.map((delimiter) => widest(lines, delimiter))
  const [best] = found
    .filter((each) => each !== null)
    .sort((a, b) => b.rows.length - a.rows.length || b.width - a.width)
  if (!best) return null
  const [top = [], ...rest] = best.rows
  const hasHeader = !top.some((cell) => isTime(cell)) && !top.every((cell) => cell === '' || isNumber(cell))
  return {
    delimiter: best.delimiter,
    skipTop: best.from,
    header: hasHeader ? top : null,
    rows: (hasHeader ? rest : best.rows).slice(0, MOST_ROWS),
  }
}

/** The rows of the width that most lines have, from the first of them on. */
function widest(lines: readonly string[], delimiter: Delimiter) {
  const cut = lines.map((line) => (line.trim() === '' ? [] : (cellsOf(line, delimiter) ?? []))).map(plainCells)
  const widths = new Map<number, number>()
  for (const { length } of cut) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [most] = [...widths].sort(([, a], [, b]) => b - a)
  if (!most) return null
  const width = most[0]
  // A header may name a column that the rows leave empty, and the other way round.
  const from = cut.findIndex(({ length }) => Math.abs(length - width) <= 1 && length > 1)
  return { delimiter, width, from, rows: cut.slice(from).filter(({ length }) => length > 0) }
}

function plainCells(cells: string[]): string[] {
  return cells.map((cell) => /^="(.*)"$/.exec(cell)?.[1] ?? cell)
}

export function isTime(cell: string): boolean {
  return DATE_ORDERS.some((order) => stampIn(cell, order))
}

export function isNumber(cell: string): boolean {
  return NUMBER.test(cell)
}

export function isTimeOfDay(cell: string): boolean {
  return TIME_OF_DAY.test(cell)
}

/** Whether a cell is a date, or a date and a time. */
function stampIn(cell: string, order: DateOrder): boolean {
  return timeStamp(cell.includes(':') ? cell : `${cell} 00:00`, order) !== null
}

export function columnOf({ rows }: Sample, index: number): string[] {
  return rows.map((row) => row[index] ?? '')
}

/** The order that all dates of a column can be read in; null if it holds no dates. 05-06 alone is the fifth of June. */
export function orderOf(cells: readonly string[]): DateOrder | null {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length === 0
    ? null
    : (DATE_ORDERS.find((order) => filled.every((cell) => stampIn(cell, order))) ?? null)
}

/** A column by its name if it has one of its own. */
export function refOf({ header }: Sample, index: number): ColumnRef {
  const name = header?.[index] ?? ''
  return name !== '' && header?.indexOf(name) === header?.lastIndexOf(name) ? name : index + 1
}
