'use server'

import { z } from 'zod'
import { address, count, signature, uint } from '@/app/chain-fields'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { wh } from '@/lib/domain/units/units'
import { returnCredits } from '@/lib/services/return-credits'
import { storeCredits } from '@/lib/services/store-credits'

const intent = z.object({
  account: address,
  // Its name has so many.
  creditId: uint(152n).positive(),
  energy: uint(64n).transform(wh),
  nonce: uint(256n),
  expiry: count(40),
})
const storingSchema = z.object({
  storing: intent.extend({ storageId: count(32) }),
  signature,
})
const returningSchema = z.object({ returning: intent, signature })

export type StoringRequest = z.input<typeof storingSchema>
export type ReturningRequest = z.input<typeof returningSchema>

/** Hands a signed order to store energy to the relayer. Returns the id to follow. */
export async function requestStoring(request: StoringRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/surplus/credits')
  const parsed = storingSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  const stored = await storeCredits(viewer, parsed.data)
  return stored.ok ? { ok: true, value: stored.value.relayId } : stored
}

/** Hands a signed order to return energy to the grid to the relayer. Returns the id to follow. */
export async function requestReturning(request: ReturningRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/surplus/credits')
  const parsed = returningSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  const returned = await returnCredits(viewer, parsed.data)
  return returned.ok ? { ok: true, value: returned.value.relayId } : returned
}
