/** Tables of bills as RFC 4180 text, for the programs that read them. */

export const MICRO_DIGITS = 6
export const KILO_DIGITS = 3

/** Text that a spreadsheet would run as a formula, full-width signs included. A number of ours may begin with a minus; a name may not. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export type Cell = { text: string } | { number: string }

/** Column names stay the same in every language. */
export type CsvColumn<Row> = [name: string, cell: (row: Row) => Cell]

export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const header = columns.map(([name]) => name)
  const body = rows.map((row) => columns.map(([, cell]) => written(cell(row))))
  return [header, ...body].map((row) => row.join(',') + '\r\n').join('')
}

export function csvResponse(text: string, name: string): Response {
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

function written(cell: Cell): string {
  if ('number' in cell) return cell.number
  const safe = FORMULA_START.test(cell.text) ? `'${cell.text}` : cell.text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A fixed-point integer with all its digits and a point, for machines. */
export function decimal(value: bigint, digits: number): string {
  const magnitude = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  return `${value < 0n ? '-' : ''}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`
}
