'use server'

import { z } from 'zod'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { endAgreement } from '@/lib/services/end-agreement'

const seconds = z
  .number()
  .int()
  .positive()
  .lt(2 ** 40)

const request = z.object({
  ending: z.object({
    agreementId: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)]),
    endsAt: seconds,
    nonce: z
      .bigint()
      .nonnegative()
      .lt(1n << 256n),
    expiry: seconds,
  }),
  signature: z.templateLiteral(['0x', z.string().regex(/^(?:[0-9a-fA-F]{2}){1,2048}$/)]),
})

/** Hands a signed end, or a cancellation, to the relayer. */
export async function sendEnding(given: z.input<typeof request>): Promise<Decision<{ relayId: string }>> {
  const viewer = await requireConsumer('/consumer')
  const parsed = request.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  const sent = await endAgreement(viewer, parsed.data)
  return sent.ok ? { ok: true, value: { relayId: sent.value.relayId } } : sent
}
