/** Takes a meter's key away: for its operator to send from its own wallet. Its reads wait until a new key is set. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { revokeSignerCall } from '@/lib/chain/intents/meter'
import type { Viewer } from '@/lib/db/client'
import type { Decision } from '@/lib/domain/decision'
import { operatedMeter, presentMeter, triedCall } from './operated-meter'

export async function revokeKey(viewer: Viewer, meterId: string): Promise<Decision<Call>> {
  const meter = await operatedMeter(viewer, meterId)
  if (!meter.ok) return meter
  return triedCall(viewer, revokeSignerCall(deployment().contracts, presentMeter(meter.value)))
}
