/** Sums over all rows, for the reconciliation. Worker only: it sees every member's money. */
import type { Micro, Wh } from '@/lib/domain/units/units'
import { micro, wh } from '@/lib/domain/units/units'
import type { Address } from '@/lib/domain/units/hex'
import { asWorker, type Decimal } from '../client'
import { microOf, wholeOf } from '../stored/amounts'

export interface LedgerSums {
  bills: number
  /** Bills with excess energy, and bills with a shortfall penalty. */
  excessBills: number
  shortfallBills: number
  energy: Wh
  billed: Micro
  lines: Micro
  income: Micro
  /** Billed, and neither paid nor forgotten. */
  owed: Micro
  /** Collected for revisions and not given back, and what they left to be owed. */
  revised: Micro
  /** Given or owed under purchases, out of balances and deposits: for deliveries, as compensation, and large consumers' bills. */
  purchased: Micro
  /** What grid companies could not pay at once for energy returned to them. */
  feedInOwed: Micro
  deposited: Micro
  withdrawn: Micro
  accounts: { address: Address; free: Micro; locked: Micro }[]
}

type SumRow = {
  bills: bigint
  excess: bigint
  shortfall: bigint
  energy: Decimal
  billed: Decimal
  lines: Decimal
  owed: Decimal
}
type MovementRow = Record<'income' | 'revised' | 'purchased' | 'feedInOwed' | 'deposited' | 'withdrawn', Decimal>

export async function ledgerSums(): Promise<LedgerSums> {
  return asWorker(async (tx) => {
    const [sums] = await tx.$queryRaw<SumRow[]>`
      SELECT (SELECT count(*) FROM bill) AS bills,
             (SELECT count(*) FROM bill_line WHERE kind IN ('Excess', 'AnnualExcess')) AS excess,
             (SELECT count(*) FROM bill_line WHERE kind IN ('ShortfallPenalty', 'AnnualShortfall')) AS shortfall,
             (SELECT coalesce(sum(register), 0) FROM bill, unnest(used_wh) AS register) AS energy,
             (SELECT coalesce(sum(total), 0) FROM bill) AS billed,
             (SELECT coalesce(sum(amount), 0) FROM bill_line) AS lines,
             (SELECT coalesce(sum(amount - paid), 0) FROM debt) AS owed`
    const [movements] = await tx.$queryRaw<MovementRow[]>`
      SELECT coalesce(sum(amount) FILTER (WHERE kind = 'income'), 0) AS income,
             coalesce(-sum(amount) FILTER (WHERE kind IN ('revision', 'refund')), 0)
               + (SELECT coalesce(sum(amount), 0) FROM debt WHERE tx_hash IN (SELECT tx_hash FROM bill_revision)) AS revised,
             coalesce(-sum(amount) FILTER (WHERE kind = 'purchase'), 0)
               + (SELECT coalesce(sum((delivery->>'fromDeposit')::numeric), 0) FROM purchase_delivery)
               + (SELECT coalesce(sum(amount), 0) FROM debt WHERE cause IN (SELECT id FROM purchase)) AS purchased,
             (SELECT coalesce(sum(amount), 0) FROM debt
               WHERE tx_hash IN (SELECT tx_hash FROM credit_movement WHERE what = 'Returned')) AS "feedInOwed",
             coalesce(sum(amount) FILTER (WHERE kind = 'deposit'), 0) AS deposited,
             coalesce(-sum(amount) FILTER (WHERE kind = 'withdrawal'), 0) AS withdrawn
      FROM escrow_movement`
    if (!sums || !movements) throw new Error('a sum has one row')
    const accounts = await tx.escrowAccount.findMany({ orderBy: { address: 'asc' } })
    return {
      bills: Number(sums.bills),
      excessBills: Number(sums.excess),
      shortfallBills: Number(sums.shortfall),
      energy: wh(wholeOf(sums.energy)),
      billed: micro(wholeOf(sums.billed)),
      lines: micro(wholeOf(sums.lines)),
      income: micro(wholeOf(movements.income)),
      owed: micro(wholeOf(sums.owed)),
      revised: micro(wholeOf(movements.revised)),
      purchased: micro(wholeOf(movements.purchased)),
      feedInOwed: micro(wholeOf(movements.feedInOwed)),
      deposited: micro(wholeOf(movements.deposited)),
      withdrawn: micro(wholeOf(movements.withdrawn)),
      accounts: accounts.map(({ address, free, locked }) => ({
        address: address as Address,
        free: microOf(free),
        locked: microOf(locked),
      })),
    }
  })
}
