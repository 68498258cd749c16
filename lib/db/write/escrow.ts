/** Balances of the escrow, moved only together with the movement that explains them. */
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'

export type MovementKind = 'deposit' | 'withdrawal' | 'lock' | 'unlock' | 'bill' | 'income' | 'purchase'

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

/** One statement: a movement that was there already moves nothing. */
export async function saveMovement(tx: Tx, movement: Movement): Promise<void> {
  const { txHash, logIndex, part = 0, kind, free, locked = 0n, billId = null, blockNumber, at } = movement
  await tx.$executeRaw`
    WITH moved AS (
      INSERT INTO escrow_movement (tx_hash, log_index, part, address, kind, amount, bill_id, block_number, at)
      VALUES (${txHash}, ${logIndex}, ${part}, ${movement.address.toLowerCase()}, ${kind}, ${decimal(free)}::numeric,
        ${billId}, ${blockNumber}, ${at})
      ON CONFLICT DO NOTHING RETURNING address
    )
    INSERT INTO escrow_account (address, free, locked)
    SELECT address, ${decimal(free)}::numeric, ${decimal(locked)}::numeric FROM moved
    ON CONFLICT (address) DO UPDATE SET
      free = escrow_account.free + EXCLUDED.free, locked = escrow_account.locked + EXCLUDED.locked`
}
