import type { BillRow } from '@/lib/db/read/billing'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'

const MICRO_DIGITS = 6
const KILO_DIGITS = 3

/** Text that a spreadsheet would run as a formula, full-width signs included. A number of ours may begin with a minus; a name may not. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

type Cell = { text: string } | { number: string }

export interface CsvContext {
  timeZone: string
  /** What the viewer's supply points are called. */
  meterLabels: ReadonlyMap<string, string>
}

const COLUMNS: [name: string, cell: (bill: BillRow, context: CsvContext) => Cell][] = [
  ['bill', ({ id }) => ({ text: id })],
  ['period_start', ({ start }, { timeZone }) => ({ text: localDateOf(start, timeZone) })],
  ['period_end', ({ end }, { timeZone }) => ({ text: localDateOf(end - 1, timeZone) })],
  ['supply_point', ({ meterId }, { meterLabels }) => ({ text: meterLabels.get(meterId) ?? '' })],
  ['retailer', ({ retailer, retailerName }) => ({ text: retailerName ?? retailer })],
  ['offer', ({ offerName }) => ({ text: offerName })],
  ['contracted_kwh', ({ contractedWh }) => ({ number: decimal(contractedWh, KILO_DIGITS) })],
  ['used_kwh', ({ usedWh }) => ({ number: decimal(sumWh(usedWh), KILO_DIGITS) })],
  ['deviation_kwh', ({ contractedWh, usedWh }) => ({ number: decimal(sumWh(usedWh) - contractedWh, KILO_DIGITS) })],
  ['excess_kwh', ({ excessWh }) => ({ number: decimal(excessWh, KILO_DIGITS) })],
  ['shortfall_kwh', ({ shortfallWh }) => ({ number: decimal(shortfallWh, KILO_DIGITS) })],
  ['penalty_and_excess', ({ penalty }) => ({ number: decimal(penalty, MICRO_DIGITS) })],
  ['total', ({ total }) => ({ number: decimal(total, MICRO_DIGITS) })],
  ['settled_at', ({ settledAt }) => ({ text: new Date(settledAt * 1000).toISOString() })],
  ['transaction', ({ txHash }) => ({ text: txHash })],
  ['first_total', ({ firstTotal }) => ({ number: decimal(firstTotal, MICRO_DIGITS) })],
  ['revised_at', ({ revisedAt }) => ({ text: revisedAt === null ? '' : new Date(revisedAt * 1000).toISOString() })],
  ['estimated', ({ estimated }) => ({ text: estimated ? 'yes' : 'no' })],
]

/** Bills as RFC 4180 text. Column names stay the same in every language, for the programs that read them. */
export function billsCsv(bills: readonly BillRow[], context: CsvContext): string {
  const header = COLUMNS.map(([name]) => name)
  const rows = bills.map((bill) => COLUMNS.map(([, cell]) => written(cell(bill, context))))
  return [header, ...rows].map((row) => row.join(',') + '\r\n').join('')
}

function written(cell: Cell): string {
  if ('number' in cell) return cell.number
  const safe = FORMULA_START.test(cell.text) ? `'${cell.text}` : cell.text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A fixed-point integer with all its digits and a point, for machines. */
function decimal(value: bigint, digits: number): string {
  const magnitude = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  return `${value < 0n ? '-' : ''}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`
}
