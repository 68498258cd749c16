/** What members asked the relayer to send, from queued to followed. */
import type { Refusal } from '@/lib/domain/decision'
import type { Tx } from '../client'
import { toJson } from '../stored/json'
import type { RelayKind } from '../read/relays'

const now = () => BigInt(Math.floor(Date.now() / 1000))

export interface RelayOrder {
  kind: RelayKind
  /** bigint values come back as decimal strings. */
  payload: Record<string, unknown>
}

/** Not over `followed`: the follower may have seen the block first. */
export async function saveRelayMined(tx: Tx, id: string, { blockNumber }: { blockNumber: bigint }): Promise<void> {
  const data = { blockNumber, updatedAt: now() }
  await tx.relayRequest.updateMany({ where: { id, status: 'sent' }, data: { ...data, status: 'mined' } })
  await tx.relayRequest.updateMany({ where: { id, status: 'followed' }, data })
}

export async function saveRelayRefused(tx: Tx, id: string, refusal: Refusal): Promise<void> {
  const data = { status: 'refused', refusalName: refusal.name, refusalFacts: toJson(refusal.facts), updatedAt: now() }
  await tx.relayRequest.update({ where: { id }, data })
}

/** Transactions with events in the blocks just followed, and mined ones in those blocks whose hash was learnt too late. */
export async function saveRelaysFollowed(
  tx: Tx,
  done: { txHashes: readonly string[]; block: number },
): Promise<number> {
  const byHash = { txHash: { in: [...done.txHashes] }, status: { in: ['sent', 'mined'] } }
  const byBlock = { status: 'mined', blockNumber: { lte: BigInt(done.block) } }
  const data = { status: 'followed', updatedAt: now() }
  const { count } = await tx.relayRequest.updateMany({ where: { OR: [byHash, byBlock] }, data })
  return count
}

/** A reorg took their blocks away: their outcome is unknown again. */
export async function saveRelaysUnfollowed(tx: Tx, txHashes: readonly string[]): Promise<number> {
  const where = { txHash: { in: [...txHashes] }, status: { in: ['mined', 'followed'] } }
  const data = { status: 'sent', blockNumber: null, updatedAt: now() }
  const { count } = await tx.relayRequest.updateMany({ where, data })
  return count
}
