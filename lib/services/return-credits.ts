/** Takes an owner's signature under returning exported energy to the grid and has it sent. */
import { creditFromId } from '@/lib/chain/coding/credit'
import { deployment } from '@/lib/chain/deployment'
import { returnToGridCall, type Returning } from '@/lib/chain/intents/credits'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asViewer, type Viewer } from '@/lib/db/client'
import { feedInPrice, heldCredits } from '@/lib/db/read/credits'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { canReturn } from '@/lib/domain/surplus/use-credits'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import { queueCalls } from './queue-relay'

export interface SignedReturning {
  returning: Returning
  signature: Hex
}

/** @returns the request to follow, and what is paid. */
export async function returnCredits(
  viewer: Viewer,
  { returning, signature }: SignedReturning,
): Promise<Decision<{ relayId: string; amount: Micro }>> {
  const { account, creditId } = returning
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const { region, start } = creditFromId(creditId)
  const [held, feedIn] = await asViewer(viewer, async (tx) => [
    await heldCredits(tx),
    await feedInPrice(tx, region, start),
  ])
  const credit = held.find((one) => one.creditId === creditId) ?? null
  const decision = canReturn({ ...returning, credit }, { region, start, price: feedIn?.price ?? null })
  if (!decision.ok) return decision
  const call = returnToGridCall(deployment().contracts, returning, signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, [{ kind: 'return', call, about: { creditId: String(creditId) } }])
  return queued.ok ? ok({ relayId: queued.value, amount: decision.value }) : queued
}
