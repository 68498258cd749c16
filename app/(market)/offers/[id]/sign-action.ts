'use server'

import { z } from 'zod'
import { address, hash, permit, second, signature, uint } from '@/app/chain-fields'
import { getViewer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { wh } from '@/lib/domain/units/units'
import { sameHex, ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { checkSigning, type SigningCost } from '@/lib/services/check-signing'
import { checkSwitch } from '@/lib/services/check-switch'
import { signAgreement } from '@/lib/services/sign-agreement'
import { switchAgreement } from '@/lib/services/switch-agreement'

const wish = z.object({
  consumer: address,
  offerId: hash,
  meterId: hash,
  start: second,
  contracted: z.array(uint(64n).transform(wh)).length(12),
  replaces: hash,
})

const request = z.object({
  terms: wish.extend({ nonce: uint(256n), expiry: second }),
  signature,
  permit: permit.nullable(),
})

/** Whether these terms could be signed now, and what money is missing. Asked before the wallet is. */
export async function checkBeforeSigning(given: z.input<typeof wish>): Promise<Decision<SigningCost>> {
  const viewer = await getViewer()
  if (!viewer) return refuse('NotSignedIn')
  const parsed = wish.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  return isSwitch(parsed.data) ? checkSwitch(viewer, parsed.data) : checkSigning(viewer, parsed.data)
}

/** Hands a signed agreement, and the permit for its deposit if there is one, to the relayer. */
export async function sendSignature(
  given: z.input<typeof request>,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  const viewer = await getViewer()
  if (!viewer) return refuse('NotSignedIn')
  const parsed = request.safeParse(given)
  if (!parsed.success) return refuse('RequestMalformed')
  return isSwitch(parsed.data.terms) ? switchAgreement(viewer, parsed.data) : signAgreement(viewer, parsed.data)
}

/** Terms that name an agreement to replace are a switch, to the contract as well. */
function isSwitch({ replaces }: { replaces: Hex }): boolean {
  return !sameHex(replaces, ZERO_HASH)
}
