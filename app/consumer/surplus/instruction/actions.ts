'use server'

import { z } from 'zod'
import { address, count, signature, uint } from '@/app/chain-fields'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { INSTRUCTED_USES, LEFTOVERS } from '@/lib/domain/surplus/standing-instruction'
import { MAX_TICK, tick } from '@/lib/domain/surplus/tick'
import { BPS_ONE, bps, microPerKwh } from '@/lib/domain/units/units'
import { giveInstruction } from '@/lib/services/give-instruction'
import { revokeInstruction } from '@/lib/services/revoke-instruction'

const instructionSchema = z.object({
  instruction: z.object({
    account: address,
    region: count(32),
    first: z.enum(INSTRUCTED_USES),
    reserve: z.bigint().nonnegative().lte(MAX_TICK).transform(tick),
    storageId: count(32),
    efficiency: z.bigint().nonnegative().lte(BPS_ONE).transform(bps),
    rest: z.enum(LEFTOVERS),
    feedIn: uint(64n).transform(microPerKwh),
    from: count(40),
    until: count(40),
    nonce: uint(256n),
  }),
  signature,
})
const revocationSchema = z.object({
  revocation: z.object({
    account: address,
    region: count(32),
    nonce: uint(256n),
    expiry: count(40),
  }),
  signature,
})

export type InstructionRequest = z.input<typeof instructionSchema>
export type RevocationRequest = z.input<typeof revocationSchema>

/** Hands a signed standing instruction to the relayer. Returns the id to follow. */
export async function requestInstruction(request: InstructionRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/surplus')
  const parsed = instructionSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  return giveInstruction(viewer, parsed.data)
}

/** Hands the signed end of a standing instruction to the relayer. Returns the id to follow. */
export async function requestRevocation(request: RevocationRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/surplus')
  const parsed = revocationSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  return revokeInstruction(viewer, parsed.data)
}
