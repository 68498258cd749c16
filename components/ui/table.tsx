import type { ReactNode } from 'react'
import { classes } from './classes'

/** For programs that read the page: they hold to these, not to words or looks. */
export type DataAttributes = Record<`data-${string}`, string>

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures: aligned right, digits of equal width. */
  numeric?: boolean
  /** What a row is called: its heading on a phone and its row header for a screen reader. One column at most. */
  primary?: boolean
  className?: string
  cellData?: (row: Row) => DataAttributes
}

export interface TableProps<Row> {
  /** Names the table for those who cannot see where it stands. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  rowData?: (row: Row) => DataAttributes
  /** A closing row, by column key: totals. */
  totals?: Record<string, ReactNode>
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode
}

/**
 * A table that becomes a list of labelled facts on a phone.
 * The roles are spelled out because a browser forgets them when `display` changes.
 */
export function Table<Row>({ caption, columns, rows, rowKey, rowData, totals, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table role="table" className="block w-full text-sm sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="sm:table-row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={headClasses(column.numeric)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block divide-y divide-line sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="block px-4 py-3 hover:bg-sunken/50 sm:table-row sm:p-0"
            {...rowData?.(row)}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} data={column.cellData?.(row)}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot role="rowgroup" className="block border-t-2 border-line font-semibold sm:table-footer-group">
          <tr role="row" className="block px-4 py-3 sm:table-row sm:p-0">
            {columns.map((column) => (
              <Cell key={column.key} column={column} hiddenWhenStacked={totals[column.key] === undefined}>
                {totals[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function headClasses(numeric: boolean | undefined): string {
  return classes(
    'whitespace-nowrap border-b border-line px-3 py-2.5 align-bottom text-xs font-medium text-quiet first:pl-6 last:pr-6',
    numeric ? 'text-right' : 'text-left',
  )
}

interface CellProps<Row> {
  column: Column<Row>
  data?: DataAttributes
  hiddenWhenStacked?: boolean
  children: ReactNode
}

function Cell<Row>({ column, data, hiddenWhenStacked, children }: CellProps<Row>) {
  const { primary, numeric } = column
  const Element = primary ? 'th' : 'td'
  const stacked = hiddenWhenStacked ? 'hidden' : primary ? 'block pb-1 text-base' : 'flex justify-between gap-4 py-1'
  return (
    <Element
      role={primary ? 'rowheader' : 'cell'}
      scope={primary ? 'row' : undefined}
      className={classes(
        stacked,
        'min-w-0 sm:table-cell sm:px-3 sm:py-3 sm:align-baseline sm:text-sm sm:first:pl-6 sm:last:pr-6',
        primary ? 'text-left font-medium' : 'font-[inherit]',
        numeric && 'figure sm:text-right',
        column.className,
      )}
      {...data}
    >
      {!primary && (
        <span aria-hidden="true" className="font-normal whitespace-normal text-quiet sm:hidden">
          {column.header}
        </span>
      )}
      <span className={classes('min-w-0', !primary && 'text-right sm:text-[inherit]')}>{children}</span>
    </Element>
  )
}
