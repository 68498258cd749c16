/** Pays out of the viewer's free balance on its signature. Never pausable. */
import { deployment } from '@/lib/chain/deployment'
import { withdrawCall } from '@/lib/chain/intents/calls'
import type { Withdrawal } from '@/lib/chain/intents/withdrawal'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { queueCalls } from './queue-relay'

export interface SignedWithdrawal {
  withdrawal: Withdrawal
  signature: Hex
}

/** @returns the id of the request, to follow. */
export async function withdraw(viewer: Viewer, { withdrawal, signature }: SignedWithdrawal): Promise<Decision<string>> {
  const { account } = withdrawal
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const call = withdrawCall(deployment().contracts, withdrawal, signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  return queueCalls(viewer, [{ kind: 'withdraw', call }])
}
