import type { BillRow } from '@/lib/db/read/billing'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { sumWh } from '@/lib/domain/metering/register-values'
import { csvText, decimal, KILO_DIGITS, MICRO_DIGITS, type Cell, type CsvColumn } from './csv-cells'

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

/** Bills as RFC 4180 text. */
export function billsCsv(bills: readonly BillRow[], context: CsvContext): string {
  const columns = COLUMNS.map(([name, cell]): CsvColumn<BillRow> => [name, (bill) => cell(bill, context)])
  return csvText(columns, bills)
}
