'use server'

import { z } from 'zod'
import { getViewer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { micro, wh } from '@/lib/domain/units/units'
import type { Hex } from '@/lib/domain/units/hex'
import { checkSigning, type SigningCost } from '@/lib/services/check-signing'
import { signAgreement } from '@/lib/services/sign-agreement'

const address = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{40}$/)])
const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)])
const signature = z.templateLiteral(['0x', z.string().regex(/^(?:[0-9a-fA-F]{2}){1,2048}$/)])
const seconds = z
  .number()
  .int()
  .positive()
  .lt(2 ** 40)
// Bounded before they become domain values, which throw.
const uint = (bits: bigint) =>
  z
    .bigint()
    .nonnegative()
    .lt(1n << bits)

const wish = z.object({
  consumer: address,
  offerId: hash,
  meterId: hash,
  start: seconds,
  contracted: z.array(uint(64n).transform(wh)).length(12),
  replaces: hash,
})

const request = z.object({
  terms: wish.extend({ nonce: uint(256n), expiry: seconds }),
  signature,
  permit: z.object({ amount: uint(128n).transform(micro), deadline: seconds, signature }).nullable(),
})

/** Whether these terms could be signed now, and what money is missing. Asked before the wallet is. */
export async function checkBeforeSigning(given: z.input<typeof wish>): Promise<Decision<SigningCost>> {
  const viewer = await getViewer()
  if (!viewer) return refuse('NotSignedIn')
  const parsed = wish.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  return checkSigning(viewer, parsed.data)
}

/** Hands a signed agreement, and the permit for its deposit if there is one, to the relayer. */
export async function sendSignature(
  given: z.input<typeof request>,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  const viewer = await getViewer()
  if (!viewer) return refuse('NotSignedIn')
  const parsed = request.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  return signAgreement(viewer, parsed.data)
}
