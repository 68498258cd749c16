/** The follower stops for good rather than show rows that the chain does not stand behind. */
import { asWorker } from '@/lib/db/client'
import type { Cursor } from '@/lib/db/read/chain'
import { saveHalted } from '@/lib/db/write/chain'
import { saveAlarm } from '@/lib/db/write/safety'

export type HaltReason = 'ChainChanged' | 'GenesisChanged' | 'ReorgBelowFinalized'

/** A person must look: either the chain was replaced, or the database belongs to another one. */
export class FollowerHalted extends Error {
  constructor(readonly reason: string) {
    super(
      `The follower has halted (${reason}): the chain is not the one that this database has followed. ` +
        'Point RPC_URL at the right chain, or start over with an empty database.',
    )
  }
}

export async function halt(cursor: Cursor, reason: HaltReason, facts: Record<string, unknown>): Promise<never> {
  const { chainId, number, hash, finalized } = cursor
  await asWorker(async (tx) => {
    await saveHalted(tx, chainId, reason)
    await saveAlarm(tx, {
      kind: 'FollowerHalted',
      subject: reason,
      facts: { ...facts, chainId, number, hash, finalized },
      at: BigInt(Math.floor(Date.now() / 1000)),
    })
  })
  throw new FollowerHalted(reason)
}
