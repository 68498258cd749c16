import type { BillDetail, BillLineRow } from '@/lib/db/read/bill'
import { NO_SURPLUS } from '@/lib/domain/billing/surplus'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { csvText, decimal, KILO_DIGITS, MICRO_DIGITS, type CsvColumn } from '../csv-cells'

/** What of a bill its table has. */
export type BillTable = Pick<
  BillDetail,
  | 'id'
  | 'start'
  | 'end'
  | 'meterLabel'
  | 'retailer'
  | 'retailerName'
  | 'offerName'
  | 'txHash'
  | 'estimated'
  | 'lines'
  | 'surplus'
>

/** One bill, a row for each line of its newest run. */
export function billCsv(bill: BillTable, timeZone: string): string {
  const { traded } = bill.surplus ?? { traded: NO_SURPLUS }
  const columns: CsvColumn<BillLineRow>[] = [
    ['bill', () => ({ text: bill.id })],
    ['period_start', () => ({ text: localDateOf(bill.start, timeZone) })],
    ['period_end', () => ({ text: localDateOf(bill.end - 1, timeZone) })],
    ['supply_point', () => ({ text: bill.meterLabel ?? '' })],
    ['retailer', () => ({ text: bill.retailerName ?? bill.retailer })],
    ['offer', () => ({ text: bill.offerName })],
    ['line', ({ kind }) => ({ text: kind })],
    ['payee', ({ payeeName, payeeAddress }) => ({ text: payeeName ?? payeeAddress })],
    ['quantity_kwh', ({ quantity }) => ({ number: decimal(quantity, KILO_DIGITS) })],
    // Zero where a line has no single price: registers are priced apart, or the line is no energy.
    ['price_per_kwh', ({ price }) => ({ number: price === 0n ? '' : decimal(price, MICRO_DIGITS) })],
    ['amount', ({ amount }) => ({ number: decimal(amount, MICRO_DIGITS) })],
    ['estimated', () => ({ text: bill.estimated ? 'yes' : 'no' })],
    // Of the whole bill, in every row: what was traded in surplus sessions.
    ['contracted_bought_kwh', () => ({ number: decimal(traded.bought, KILO_DIGITS) })],
    ['contracted_sold_kwh', () => ({ number: decimal(traded.sold, KILO_DIGITS) })],
    ['credits_used_kwh', () => ({ number: decimal(traded.taken, KILO_DIGITS) })],
    ['transaction', () => ({ text: bill.txHash })],
  ]
  return csvText(columns, bill.lines)
}
