/** Gives a supply point to another holder: for its operator to send from its own wallet. Agreements stay as they were signed. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { changeHolderCall } from '@/lib/chain/intents/meter'
import type { Viewer } from '@/lib/db/client'
import { refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { operatedMeter, triedCall } from './operated-meter'

export async function changeHolder(
  viewer: Viewer,
  { meterId, holder }: { meterId: string; holder: Address },
): Promise<Decision<Call>> {
  const meter = await operatedMeter(viewer, meterId)
  if (!meter.ok) return meter
  if (sameHex(meter.value.holder, holder)) return refuse('MeterHolderSame', { holder })
  return triedCall(viewer, changeHolderCall(deployment().contracts, meter.value.id as Hex, holder))
}
