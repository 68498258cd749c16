import { totalsOf, type BillTotals } from '@/components/energy/bill/bill-totals'
import type { BillRow } from '@/lib/db/read/billing'
import { localDateOf } from '@/lib/domain/metering/calendar'
import { micro, type Micro } from '@/lib/domain/units/units'

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

/** What a retailer received of a month's bills. */
export function receivedIn({ bills }: Pick<BilledMonth, 'bills'>, received: ReadonlyMap<string, Micro>): Micro {
  return micro(bills.reduce<bigint>((sum, { id }) => sum + (received.get(id) ?? 0n), 0n))
}
