/** What the follower must know of what happened before to say why energy or money moved. */
import type { Tx } from '../client'
import type { Place } from '../write/escrow'

export async function storageOperator(tx: Tx, storageId: number): Promise<string | undefined> {
  const where = { id: BigInt(storageId) }
  return (await tx.storageOffer.findUnique({ where, select: { operator: true } }))?.operator
}

/** Between the redemption and what the charging point gets for it, a single event says that the credits are gone. */
const LOGS_BETWEEN = 1

/** Whose voucher a charging point presented just before it was credited; null if it was credited for something else. */
export async function redeemedFor(
  tx: Tx,
  { txHash, logIndex, station }: Pick<Place, 'txHash' | 'logIndex'> & { station: string },
): Promise<string | null> {
  const logs = { gte: logIndex - LOGS_BETWEEN - 1, lt: logIndex }
  const where = { txHash, logIndex: logs, what: 'Redeemed', counterparty: station }
  return (await tx.creditMovement.findFirst({ where, select: { account: true } }))?.account ?? null
}

export interface SurplusCauses {
  bidPlaced: boolean
  /** Withdrawn or claimed. */
  bidEnded: boolean
  lotEnded: boolean
  returned: boolean
}

/** What an account did on the surplus side in a transaction, as far as it is followed. */
export async function surplusCauses(tx: Tx, txHash: string, account: string): Promise<SurplusCauses> {
  const [causes] = await tx.$queryRaw<SurplusCauses[]>`
    SELECT
      EXISTS (SELECT FROM surplus_order WHERE tx_hash = ${txHash} AND account = ${account} AND side = 'Bid') AS "bidPlaced",
      EXISTS (SELECT FROM surplus_order WHERE ended_tx = ${txHash} AND account = ${account} AND side = 'Bid') AS "bidEnded",
      EXISTS (SELECT FROM surplus_order WHERE ended_tx = ${txHash} AND account = ${account} AND side = 'Lot') AS "lotEnded",
      EXISTS (SELECT FROM credit_movement WHERE tx_hash = ${txHash} AND account = ${account} AND what = 'Returned') AS returned`
  if (!causes) throw new Error('a question has one answer')
  return causes
}
