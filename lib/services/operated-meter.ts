/** What every change of a meter by its operator begins and ends with: whose meter it is, and whether the chain would take the change. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import type { PresentMeter } from '@/lib/chain/intents/meter'
import { meterSignerFrom } from '@/lib/chain/intents/meter-key'
import { tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { memberOf } from '@/lib/db/read/members'
import { getMeter, type MeterRow } from '@/lib/db/read/metering'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'

/** Null if the viewer may register meters: it has the role of a grid company now. */
export async function refusedAsGrid({ address }: Viewer): Promise<ReturnType<typeof refuse> | null> {
  const { roles } = await memberOf(address)
  return roles.includes('Grid') ? null : refuse('NotMember', { account: address, role: 'Grid' })
}

/** The meter, if the viewer is its operator and a grid company now. */
export async function operatedMeter(viewer: Viewer, meterId: string): Promise<Decision<MeterRow>> {
  const refused = await refusedAsGrid(viewer)
  if (refused) return refused
  const meter = await getMeter(viewer, meterId)
  if (!meter) return refuse('MeterUnknown', { meterId })
  if (!sameHex(meter.operator, viewer.address as Address)) {
    return refuse('NotMeterOperator', { caller: viewer.address, operator: meter.operator })
  }
  return ok(meter)
}

export function presentMeter({ id, lastRead, signer, digits, multiplier, capacity }: MeterRow): PresentMeter {
  return { id: id as Hex, facts: { signer, digits, multiplier, capacity }, last: lastRead }
}

/** A key as a person wrote it. */
export function signerOf(key: string): Decision<Hex> {
  const signer = meterSignerFrom(key, deployment().contracts.ERC7913P256Verifier)
  return signer ? ok(signer) : refuse('MeterKeyInvalid')
}

/** The call, if the chain would take it from the viewer's own wallet now. Whether the wallet can pay for it, the wallet says. */
export async function triedCall({ address }: Viewer, call: Call): Promise<Decision<Call>> {
  const tried = await tryCall(address as Address, call, 'latest')
  return tried.ok || tried.refusal.name === 'RelayerOutOfGas' ? ok(call) : tried
}
