/** Rows of a delimited text file, read as a stream: one row is in memory at a time. */
import { Refused } from '@/lib/domain/refused'

export interface CsvRow {
  /** Counted from 1, as editors show it. */
  line: number
  cells: string[]
}

export const LONGEST_LINE = 20_000
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Cuts a text that arrives in pieces into lines without their ends. A line that never ends is refused, not kept. */
export class LineCutter {
  private rest = ''
  private line = 1

  constructor(private readonly file: string) {}

  push(piece: string): string[] {
    const lines = (this.rest + piece).split('\n')
    this.rest = lines.pop() ?? ''
    for (const text of lines) this.requireShort(text, this.line++)
    this.requireShort(this.rest, this.line)
    return lines.map((text) => (text.endsWith('\r') ? text.slice(0, -1) : text))
  }

  end(): string[] {
    return this.rest === '' ? [] : [this.rest]
  }

  private requireShort(text: string, line: number): void {
    if (text.length <= LONGEST_LINE) return
    const what = `a line has more than ${LONGEST_LINE} characters`
    const todo = 'Give a text file with one interval in each line.'
    throw new Refused('LineTooLong', { what, todo, file: this.file, line })
  }
}

async function* linesOf(chunks: AsyncIterable<string>, file: string): AsyncGenerator<string> {
  const cutter = new LineCutter(file)
  for await (const chunk of chunks) yield* cutter.push(chunk)
  yield* cutter.end()
}

/** The header and then every row that is not blank. The delimiter is the one the header uses most. */
export async function* csvRows(chunks: AsyncIterable<string>, file: string): AsyncGenerator<CsvRow> {
  let line = 0
  let delimiter: string | undefined
  let width = 0
  for await (const text of linesOf(chunks, file)) {
    line += 1
    const clean = line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (clean.trim() === '') continue
    delimiter ??= delimiterOf(clean)
    const cells = cellsOf(clean, delimiter)
    if (cells === null) {
      const todo = 'Close the quote on the same line.'
      throw new Refused('QuoteOpen', { what: 'a quoted cell has no end', todo, file, line })
    }
    width ||= cells.length
    if (cells.length !== width) {
      const what = `the row has ${cells.length} cells and the header ${width}`
      throw new Refused('RowUneven', { what, todo: 'Give every row the cells of the header.', file, line })
    }
    yield { line, cells }
  }
}

export function delimiterOf(header: string): Delimiter {
  const count = (delimiter: Delimiter) => header.split(delimiter).length
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ','
}

/** Null if a quote is not closed. A quote inside a quoted cell is written twice. */
export function cellsOf(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim())
  const cells: string[] = []
  for (let at = 0; at <= text.length; ) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(text.slice(at))
    if (quoted) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"').trim())
      at += quoted[0].length
      if (at < text.length && text[at] !== delimiter) return null
      at += 1
    } else {
      const end = text.indexOf(delimiter, at)
      const cell = text.slice(at, end < 0 ? text.length : end)
      if (/^\s*"/.test(cell)) return null
      cells.push(cell.trim())
      at = end < 0 ? text.length + 1 : end + 1
    }
  }
  return cells
}

/** A cell as a message may show it: short, and without anything a terminal would act on. */
export function shownCell(cell: string): string {
  return JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell).replace(/[\u007f-\u009f\u2028\u2029]/g, '?')
}
