import { totalsOf, type BillTotals } from '@/app/consumer/bills/bill-years'
import type { BillRow } from '@/lib/db/read/billing'
import { localDateOf } from '@/lib/domain/metering/calendar'

/** A month with bills, by its local name, YYYY-MM. */
export interface BilledMonth extends BillTotals {
  id: string
  start: number
  end: number
  bills: BillRow[]
}

/** All months with bills, the newest first. */
export function billedMonths(bills: readonly BillRow[], timeZone: string): BilledMonth[] {
  const starts = [...new Set(bills.map(({ start }) => start))].sort((a, b) => b - a)
  return starts.map((start) => {
    const own = bills.filter((bill) => bill.start === start)
    const end = own[0]?.end ?? start
    return { id: localDateOf(start, timeZone).slice(0, 7), start, end, bills: own, ...totalsOf(own) }
  })
}
