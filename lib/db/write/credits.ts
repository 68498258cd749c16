/** Energy credits: what an account holds, moved only together with the movement that explains it, and the count of all fates. */
import type { CreditMove, Fate, HeldCreditKind, PublishedFeedIn, StorageOffer } from '@/lib/domain/surplus/credits'
import type { Micro, Wh } from '@/lib/domain/units/units'
import type { Tx } from '../client'
import { decimal } from '../stored/amounts'
import type { Place } from './escrow'

/** A credit by what its id says. Expiry and storage are zero but of stored energy. */
export interface CreditName {
  creditId: bigint
  kind: HeldCreditKind
  region: number
  start: number
  expiry: number
  storageId: number
}

/** What a movement changes of the sums over all there ever was of a credit. */
export type FateCounts = Partial<Record<Fate | 'minted' | 'listed' | 'used', bigint>>

export interface CreditMoved extends Place {
  /** Tells movements of one log apart. */
  part?: number
  account: string
  credit: CreditName
  what: CreditMove
  energy: Wh
  /** Signed effect on what the account holds. */
  effect: bigint
  counts?: FateCounts
  amount?: Micro
  counterparty?: string
}

/** One statement: a movement that was there already moves nothing. @returns false if it was there. */
export async function saveCreditMovement(tx: Tx, movement: CreditMoved): Promise<boolean> {
  const { txHash, logIndex, part = 0, account, credit, what, energy, effect, counterparty = null } = movement
  const { blockNumber, at, amount, counts = {} } = movement
  const { creditId, kind, region, start, expiry, storageId } = credit
  const count = (name: keyof FateCounts) => decimal(counts[name] ?? 0n)
  const changed = await tx.$executeRaw`
    WITH moved AS (
      INSERT INTO credit_movement (tx_hash, log_index, part, account, credit_id, what, energy_wh, effect_wh, amount,
        counterparty, block_number, at)
      VALUES (${txHash}, ${logIndex}, ${part}, ${account}, ${decimal(creditId)}::numeric, ${what},
        ${decimal(energy)}::numeric, ${decimal(effect)}::numeric, ${amount === undefined ? null : decimal(amount)}::numeric,
        ${counterparty}, ${blockNumber}, ${at})
      ON CONFLICT DO NOTHING RETURNING account, credit_id, effect_wh
    ), held AS (
      INSERT INTO credit_holding (account, credit_id, energy_wh) SELECT account, credit_id, effect_wh FROM moved
      ON CONFLICT (account, credit_id) DO UPDATE SET energy_wh = credit_holding.energy_wh + EXCLUDED.energy_wh
    )
    INSERT INTO credit (id, kind, region, start, expiry, storage_id,
      minted, listed, sold, stored, returned, redeemed, used)
    SELECT credit_id, ${kind}, ${BigInt(region)}, ${BigInt(start)}, ${BigInt(expiry)}, ${BigInt(storageId)},
      ${count('minted')}::numeric, ${count('listed')}::numeric, ${count('sold')}::numeric, ${count('stored')}::numeric,
      ${count('returned')}::numeric, ${count('redeemed')}::numeric, ${count('used')}::numeric
    FROM moved
    ON CONFLICT (id) DO UPDATE SET
      minted = credit.minted + EXCLUDED.minted, listed = credit.listed + EXCLUDED.listed,
      sold = credit.sold + EXCLUDED.sold, stored = credit.stored + EXCLUDED.stored,
      returned = credit.returned + EXCLUDED.returned, redeemed = credit.redeemed + EXCLUDED.redeemed,
      used = credit.used + EXCLUDED.used`
  return changed > 0
}

/** What was paid for energy that moved earlier in the same transaction: the latest movement of its kind before a log. */
export async function saveCreditAmount(
  tx: Tx,
  paid: Pick<Place, 'txHash' | 'logIndex'> & { account: string; what: CreditMove; amount: Micro },
): Promise<void> {
  const { txHash, logIndex, account, what, amount } = paid
  await tx.$executeRaw`
    UPDATE credit_movement SET amount = ${decimal(amount)}::numeric
    WHERE tx_hash = ${txHash} AND account = ${account} AND what = ${what} AND log_index = (
      SELECT max(log_index) FROM credit_movement
      WHERE tx_hash = ${txHash} AND account = ${account} AND what = ${what} AND log_index < ${logIndex})`
}

export async function saveStorageOffer(
  tx: Tx,
  offer: Omit<StorageOffer, 'left' | 'closed'>,
  txHash: string,
): Promise<void> {
  const { id, operator, efficiency, lifetime, capacity } = offer
  const terms = { efficiency: Number(efficiency), lifetime: BigInt(lifetime), capacityWh: decimal(capacity) }
  const row = { id: BigInt(id), operator, ...terms, leftWh: terms.capacityWh, txHash }
  await tx.storageOffer.createMany({ data: [row], skipDuplicates: true })
}

export async function saveStorageClosed(tx: Tx, id: number): Promise<void> {
  await tx.storageOffer.updateMany({ where: { id: BigInt(id) }, data: { leftWh: decimal(0n), closed: true } })
}

/** To be called once for each time energy is stored: it has no key of its own. */
export async function saveStorageFilled(tx: Tx, id: number, energy: Wh): Promise<void> {
  await tx.storageOffer.updateMany({ where: { id: BigInt(id) }, data: { leftWh: { decrement: decimal(energy) } } })
}

export async function saveFeedInPrice(
  tx: Tx,
  { region, start, payer, price, txHash }: PublishedFeedIn & { txHash: string },
): Promise<void> {
  const row = { region: BigInt(region), start: BigInt(start), payer, price: decimal(price), txHash }
  await tx.feedInPrice.createMany({ data: [row], skipDuplicates: true })
}
