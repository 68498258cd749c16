import { getBill } from '@/lib/db/read/bill'
import type { BillRow } from '@/lib/db/read/billing'
import { movementsOf } from '@/lib/db/read/escrow'
import { micro, type Micro } from '@/lib/domain/units/units'
import type { Address } from '@/lib/domain/units/hex'
import type { BilledMonth } from './billed-months'

/** Income of a retailer is one movement for each settlement batch: this many batches reach far beyond the months shown. */
const MOVEMENTS = 5_000

/** What a viewer received of each bill: the lines that were paid to its account. */
export async function receivedOfBills(
  viewer: { address: Address },
  bills: readonly BillRow[],
): Promise<Map<string, Micro>> {
  const details = await Promise.all(bills.map(({ id }) => getBill(viewer, id)))
  return new Map(
    details.flatMap((bill) => {
      if (!bill) return []
      const own = bill.lines.filter(({ payeeAddress }) => payeeAddress === viewer.address)
      return [[bill.id, micro(own.reduce((sum, { amount }) => sum + amount, 0n))] as const]
    }),
  )
}

/** What a viewer received in each month: the income of the transactions that settled the month's bills. */
export async function receivedInMonths(
  viewer: { address: Address },
  months: readonly BilledMonth[],
): Promise<Map<string, Micro>> {
  const movements = await movementsOf(viewer, MOVEMENTS)
  return new Map(
    months.map(({ id, bills }) => {
      const transactions = new Set(bills.map(({ txHash }) => txHash))
      const income = movements.filter(({ kind, txHash }) => kind === 'income' && transactions.has(txHash))
      return [id, micro(income.reduce((sum, { amount }) => sum + amount, 0n))] as const
    }),
  )
}
