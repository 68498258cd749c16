/** From lines to rows of cells: what is above the header and below the last interval is dropped. */
import { cellsOf, delimiterOf, type CsvRow } from '../csv-rows'
import type { Report } from './faults'
import type { CsvMapping } from './mapping'

/** Spreadsheets are told that a number is text with ="0123". */
const AS_TEXT = /^="(.*)"$/

export class Rows {
  /** Null until the header has been read; stays null if the file has none. */
  header: CsvRow | null = null
  private line = 0
  private delimiter: string | undefined
  private width = 0
  /** The last lines, which may turn out to be the foot of the file. */
  private foot: { text: string; line: number }[] = []

  constructor(
    private readonly text: CsvMapping['text'],
    private readonly report: Report,
  ) {
    if (text.delimiter !== 'auto') this.delimiter = text.delimiter
  }

  /** The next row with intervals in it, if this line or one held back before it is one. */
  next(text: string): CsvRow | null {
    this.line += 1
    const clean = this.line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (this.line <= this.text.skipTop || clean.trim() === '') return null
    if (this.text.header && !this.header) {
      this.header = this.cut(clean, this.line)
      return null
    }
    if (this.text.skipBottom === 0) return this.cut(clean, this.line)
    this.foot.push({ text: clean, line: this.line })
    const first = this.foot.length > this.text.skipBottom ? this.foot.shift() : undefined
    return first ? this.cut(first.text, first.line) : null
  }

  private cut(text: string, line: number): CsvRow | null {
    this.delimiter ??= delimiterOf(text)
    const cut = cellsOf(text, this.delimiter)
    if (!cut) {
      this.report.fault('CsvQuoteOpen', line)
      return null
    }
    const cells = cut.map((cell) => (cell.startsWith('="') ? (AS_TEXT.exec(cell)?.[1] ?? cell) : cell))
    this.width ||= cells.length
    // Some programs end their rows with a delimiter and their header without, or the other way round.
    while (cells.length > this.width && cells.at(-1) === '') cells.pop()
    if (cells.length === this.width - 1 && this.header?.cells.at(-1) === '') cells.push('')
    if (cells.length === this.width) return { line, cells }
    this.report.fault('CsvRowUneven', line, { cells: cells.length, expected: this.width })
    return null
  }
}
