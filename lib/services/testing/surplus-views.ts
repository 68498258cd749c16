/** What members see of the surplus side, in few words, for specs. */
import { expect } from 'vitest'
import { deployment } from '@/lib/chain/deployment'
import { asViewer, asWorker } from '@/lib/db/client'
import { eventsAfter } from '@/lib/db/read/chain'
import { creditMovements, heldCredits } from '@/lib/db/read/credits'
import { movementsOf } from '@/lib/db/read/escrow'
import { ownOrders } from '@/lib/db/read/surplus-sessions'
import { followOnce } from '../follow/follow'
import { handle } from '../follow/handlers'
import { reconcile } from '../reconcile'
import { addressOf } from './market'

type Account = { address: string }

export const viewerOf = (account: Account) => ({ address: addressOf(account) })

/** These specs make credits in the name of settlement: no meter counted them. */
const METERED = 'exportsEqualMeters'

/** Rows equal contracts after each thing that is sent. */
export async function step(sent: Promise<unknown>): Promise<void> {
  await sent
  await followOnce()
  expect((await reconcile()).checks.filter(({ name, holds }) => !holds && name !== METERED)).toEqual([])
}

/** What a member's lots and bids came to, by side and number. */
export async function outcomesOf(account: Account, sessionId: bigint) {
  const orders = await asViewer(viewerOf(account), (tx) => ownOrders(tx, { sessionId }))
  return orders.map(({ side, index, status, traded, amount }) => ({ side, index, status, traded, amount }))
}

export async function heldOf(account: Account): Promise<string[]> {
  const held = await asViewer(viewerOf(account), heldCredits)
  return held.map(({ kind, energy }) => `${kind} ${energy}`).sort()
}

/** Oldest first, as moneyOf. */
export async function movesOf(account: Account): Promise<string[]> {
  const rows = await asViewer(viewerOf(account), (tx) => creditMovements(tx, 100))
  return rows.map(({ what, energy, amount }) => `${what} ${energy}${amount === null ? '' : ` for ${amount}`}`).reverse()
}

/** Kind, effect on the free balance and on the locked one. */
export async function moneyOf(account: Account): Promise<string[]> {
  const rows = await movementsOf(viewerOf(account))
  return rows.map(({ kind, amount, locked }) => `${kind} ${amount} ${locked}`).reverse()
}

/** Every event there was, twice more. */
export async function handleAllTwice(): Promise<void> {
  const { chainId, contracts } = deployment()
  await asWorker(async (tx) => {
    const after = { blockNumber: -1, logIndex: -1 }
    for (const fact of await eventsAfter(tx, { chainId: BigInt(chainId), after, limit: 10_000 })) {
      await handle({ tx, fact, contracts })
      await handle({ tx, fact, contracts })
    }
  })
}
