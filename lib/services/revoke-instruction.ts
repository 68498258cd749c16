/** Takes an account's signature under the end of its standing instruction and has it sent. */
import { deployment } from '@/lib/chain/deployment'
import { revokeInstructionCall } from '@/lib/chain/intents/autopilot'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { refuse, type Decision } from '@/lib/domain/decision'
import type { InstructionRevocation } from '@/lib/domain/surplus/standing-instruction'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { queueCalls } from './queue-relay'

export interface SignedRevocation {
  revocation: InstructionRevocation
  signature: Hex
}

/** @returns the id of the request, to follow. */
export async function revokeInstruction(viewer: Viewer, given: SignedRevocation): Promise<Decision<string>> {
  const { account } = given.revocation
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const call = revokeInstructionCall(deployment().contracts, given.revocation, given.signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  return queueCalls(viewer, [{ kind: 'instruct', call }])
}
