/** Moves money of the viewer into the escrow on a signed permit: no gas, no second transaction. */
import { deployment } from '@/lib/chain/deployment'
import { depositCall } from '@/lib/chain/intents/calls'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import { headOf } from '@/lib/chain/logs'
import { tokenBalanceOf } from '@/lib/chain/read'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { refuse, type Decision } from '@/lib/domain/decision'
import type { Address } from '@/lib/domain/units/hex'
import { queueCalls } from './queue-relay'

/** @returns the id of the request, to follow. */
export async function deposit(viewer: Viewer, permit: SignedPermit): Promise<Decision<string>> {
  const account = viewer.address.toLowerCase() as Address
  const [head, balance] = await Promise.all([headOf(), tokenBalanceOf(account)])
  if (permit.amount === 0n) return refuse('AmountZero')
  if (head.timestamp > permit.deadline) return refuse('ERC2612ExpiredSignature', { deadline: BigInt(permit.deadline) })
  if (balance < permit.amount) {
    return refuse('ERC20InsufficientBalance', { sender: account, balance, needed: permit.amount })
  }
  const call = depositCall(deployment().contracts, account, permit)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  return queueCalls(viewer, [{ kind: 'deposit', call }])
}
