'use server'

import { z } from 'zod'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { returnCredits } from '@/lib/services/return-credits'
import { storeCredits } from '@/lib/services/store-credits'

const UINT32 = 2 ** 32
const UINT64 = 1n << 64n
const UINT256 = 1n << 256n
/** What the name of a credit has bits for. */
const CREDIT_ID = 1n << 152n

const signature = z.custom<Hex>((value) => typeof value === 'string' && /^0x(?:[0-9a-fA-F]{2}){1,4096}$/.test(value))
const intent = z.object({
  account: z.custom<Address>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value)),
  creditId: z.bigint().positive().lt(CREDIT_ID),
  energy: z.bigint().nonnegative().lt(UINT64).transform(wh),
  nonce: z.bigint().nonnegative().lt(UINT256),
  expiry: z
    .number()
    .int()
    .positive()
    .lt(2 ** 40),
})
const storingSchema = z.object({
  storing: intent.extend({ storageId: z.number().int().positive().lt(UINT32) }),
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
