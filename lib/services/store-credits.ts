/** Takes an owner's signature under storing exported energy and has it sent. */
import { deployment } from '@/lib/chain/deployment'
import { storeCall, type Storing } from '@/lib/chain/intents/credits'
import { headOf } from '@/lib/chain/logs'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asViewer, type Viewer } from '@/lib/db/client'
import { heldCredits, storageOffers } from '@/lib/db/read/credits'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { canStore, type Stored } from '@/lib/domain/surplus/use-credits'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { queueCalls } from './queue-relay'

export interface SignedStoring {
  storing: Storing
  signature: Hex
}

/** @returns the request to follow, and what comes out of the storage. */
export async function storeCredits(
  viewer: Viewer,
  { storing, signature }: SignedStoring,
): Promise<Decision<{ relayId: string; stored: Stored }>> {
  const { account, creditId, storageId } = storing
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const [{ timestamp }, [held, offers]] = await Promise.all([
    headOf(),
    asViewer(viewer, async (tx) => [await heldCredits(tx), await storageOffers(tx)] as const),
  ])
  const credit = held.find((one) => one.creditId === creditId) ?? null
  const offer = offers.find(({ id }) => id === storageId) ?? null
  const decision = canStore({ ...storing, credit }, { id: storageId, offer }, timestamp)
  if (!decision.ok) return decision
  const call = storeCall(deployment().contracts, storing, signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, [{ kind: 'store', call, about: { creditId: String(creditId) } }])
  return queued.ok ? ok({ relayId: queued.value, stored: decision.value }) : queued
}
