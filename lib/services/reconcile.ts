/** Does every unit of money and energy add up, and do the rows equal the contracts? (P1, P2, P9, P11, P12) */
import { escrowAccountOf, tokenBalanceOf } from '@/lib/chain/read'
import { contractAddress } from '@/lib/chain/deployment'
import { ledgerSums, type LedgerSums } from '@/lib/db/read/reconciliation'
import { micro, type Micro } from '@/lib/domain/units/units'
import { reconcileSurplus, SURPLUS_CHECKS, type SurplusCheckName } from './reconcile-surplus'

export interface Check {
  name:
    | 'linesEqualBills'
    | 'incomeEqualsPayments'
    | 'balancesEqualDeposits'
    | 'balancesEqualTokens'
    | 'rowsEqualChain'
    | SurplusCheckName
  left: bigint
  right: bigint
  holds: boolean
}

export interface Reconciliation {
  sums: LedgerSums
  held: Micro
  checks: Check[]
  holds: boolean
}

/** Reads every row and every account on chain; call it when the follower is at the head and nothing moves. */
export async function reconcile(): Promise<Reconciliation> {
  const sums = await ledgerSums()
  const held = await tokenBalanceOf(contractAddress('Escrow'))
  const balances = sums.accounts.reduce((total, { free, locked }) => total + free + locked, 0n)
  const surplus = await reconcileSurplus()
  const checks = [
    check('linesEqualBills', sums.lines, sums.billed),
    check(
      'incomeEqualsPayments',
      sums.income + sums.owed,
      sums.billed + sums.revised + sums.purchased + sums.feedInOwed,
    ),
    check('balancesEqualDeposits', balances, sums.deposited - sums.withdrawn),
    check('balancesEqualTokens', balances, held),
    check('rowsEqualChain', await accountsThatEqualChain(sums), BigInt(sums.accounts.length)),
    ...SURPLUS_CHECKS.map((name) => check(name, surplus[name].right, surplus[name].rows)),
  ]
  return { sums, held: micro(held), checks, holds: checks.every(({ holds }) => holds) }
}

async function accountsThatEqualChain({ accounts }: LedgerSums): Promise<bigint> {
  const equal = await Promise.all(
    accounts.map(async ({ address, free, locked }) => {
      const chain = await escrowAccountOf(address)
      return chain.free === free && chain.locked === locked
    }),
  )
  return BigInt(equal.filter(Boolean).length)
}

function check(name: Check['name'], left: bigint, right: bigint): Check {
  return { name, left, right, holds: left === right }
}
