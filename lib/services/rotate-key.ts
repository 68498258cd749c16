/** A new key for a meter: for its operator to send from its own wallet. Reads signed with the old one are refused from then on. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { rotateSignerCall } from '@/lib/chain/intents/meter'
import type { Viewer } from '@/lib/db/client'
import type { Decision } from '@/lib/domain/decision'
import { operatedMeter, presentMeter, signerOf, triedCall } from './operated-meter'

export async function rotateKey(viewer: Viewer, given: { meterId: string; key: string }): Promise<Decision<Call>> {
  const meter = await operatedMeter(viewer, given.meterId)
  if (!meter.ok) return meter
  const signer = signerOf(given.key)
  if (!signer.ok) return signer
  return triedCall(viewer, rotateSignerCall(deployment().contracts, presentMeter(meter.value), signer.value))
}
