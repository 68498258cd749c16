/** Balances of the escrow, moved only together with the movement that explains them. */
import type { Micro } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'

export type MovementKind =
  | 'deposit'
  | 'withdrawal'
  | 'lock'
  | 'unlock'
  | 'bill'
  | 'income'
  | 'debt'
  | 'revision'
  | 'refund'
  | 'purchase'
  /** Locked for a bid in a surplus session; of it, paid for what it won, and free again. */
  | 'bid'
  | 'bidPaid'
  | 'bidBack'
  /** For a lot that was sold. */
  | 'sale'
  /** For energy returned to the grid: received, and paid by the grid company. */
  | 'feedIn'
  /** Of the surplus market's own account: from the buyers of a session, and to its sellers. */
  | 'pot'

export interface Movement {
  txHash: string
  logIndex: number
  /** Tells movements of one log apart. */
  part?: number
  address: string
  kind: MovementKind
  /** Signed effect on the free balance. */
  free: bigint
  /** Signed effect on the locked balance. */
  locked?: bigint
  billId?: string
  blockNumber: bigint
  at: bigint
}

/** One statement: a movement that was there already moves nothing. @returns false if it was there. */
export async function saveMovement(tx: Tx, movement: Movement): Promise<boolean> {
  const { txHash, logIndex, part = 0, kind, free, locked = 0n, billId = null, blockNumber, at } = movement
  const changed = await tx.$executeRaw`
    WITH moved AS (
      INSERT INTO escrow_movement (tx_hash, log_index, part, address, kind, amount, locked, bill_id, block_number, at)
      VALUES (${txHash}, ${logIndex}, ${part}, ${movement.address.toLowerCase()}, ${kind}, ${decimal(free)}::numeric,
        ${decimal(locked)}::numeric, ${billId}, ${blockNumber}, ${at})
      ON CONFLICT DO NOTHING RETURNING address
    )
    INSERT INTO escrow_account (address, free, locked)
    SELECT address, ${decimal(free)}::numeric, ${decimal(locked)}::numeric FROM moved
    ON CONFLICT (address) DO UPDATE SET
      free = escrow_account.free + EXCLUDED.free, locked = escrow_account.locked + EXCLUDED.locked`
  return changed > 0
}

/** What was missing is given back by the log before, which does not know what it was wanted for and calls it a bill. */
export async function saveShortKind(
  tx: Tx,
  { txHash, logIndex, address, kind }: Pick<Movement, 'txHash' | 'logIndex' | 'address' | 'kind'>,
): Promise<void> {
  const where = { txHash, logIndex: logIndex - 1, address, kind: 'bill' }
  await tx.escrowMovement.updateMany({ where, data: { kind } })
}

export interface Debt {
  debtor: string
  creditor: string
  /** The agreement or the purchase it is owed for. */
  cause: string
  amount: Micro
}

export interface Place {
  txHash: string
  logIndex: number
  blockNumber: bigint
  at: bigint
}

export async function saveDebt(tx: Tx, place: Place, { debtor, creditor, cause, amount }: Debt): Promise<void> {
  const row = { ...place, debtor, creditor, cause, amount: decimal(amount) }
  await tx.debt.createMany({ data: [row], skipDuplicates: true })
}

/** To be called once for a payment: it has no key of its own. The contract pays the oldest debt first, and so does this. */
export async function saveDebtPaid(tx: Tx, { debtor, creditor, cause, amount }: Debt): Promise<void> {
  await tx.$executeRaw`
    UPDATE debt SET paid = paid + ${decimal(amount)}::numeric
    WHERE (tx_hash, log_index) = (
      SELECT tx_hash, log_index FROM debt
      WHERE debtor = ${debtor} AND creditor = ${creditor} AND cause = ${cause} AND paid < amount
      ORDER BY block_number, log_index LIMIT 1
    )`
}
