'use server'

import { z } from 'zod'
import { hash, second, signature, uint } from '@/app/chain-fields'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { endAgreement } from '@/lib/services/end-agreement'

const request = z.object({
  ending: z.object({
    agreementId: hash,
    endsAt: second,
    nonce: uint(256n),
    expiry: second,
  }),
  signature,
})

/** Hands a signed end, or a cancellation, to the relayer. */
export async function sendEnding(given: z.input<typeof request>): Promise<Decision<{ relayId: string }>> {
  const viewer = await requireConsumer('/consumer')
  const parsed = request.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  const sent = await endAgreement(viewer, parsed.data)
  return sent.ok ? { ok: true, value: { relayId: sent.value.relayId } } : sent
}
