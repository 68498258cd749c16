/** Takes an account's signature under a standing instruction and has it sent. The contract judges it, right after this. */
import { deployment } from '@/lib/chain/deployment'
import { giveInstructionCall } from '@/lib/chain/intents/autopilot'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { refuse, type Decision } from '@/lib/domain/decision'
import type { StandingInstruction } from '@/lib/domain/surplus/standing-instruction'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { queueCalls } from './queue-relay'

export interface SignedInstruction {
  instruction: StandingInstruction
  signature: Hex
}

/** @returns the id of the request, to follow. */
export async function giveInstruction(viewer: Viewer, given: SignedInstruction): Promise<Decision<string>> {
  const { account } = given.instruction
  if (!sameHex(viewer.address as Address, account)) return refuse('NotYourAccount', { account })
  const call = giveInstructionCall(deployment().contracts, given.instruction, given.signature)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  return queueCalls(viewer, [{ kind: 'instruct', call }])
}
