/** Another meter in the place of one, without losing a watt-hour: for the operator to send from its own wallet. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { exchangeMeterCall } from '@/lib/chain/intents/meter'
import { asWorker, type Viewer } from '@/lib/db/client'
import { meterFacts } from '@/lib/db/read/settlement-inputs'
import { listPeriods } from '@/lib/db/read/tariffs'
import { saveMeterDevice } from '@/lib/db/write/meter-devices'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { carriedRead } from '@/lib/domain/metering/exchange'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { operatedMeter, presentMeter, signerOf, triedCall } from './operated-meter'
import { serialTaken } from './serial-taken'

export interface WantedExchange {
  meterId: Hex
  closing: Read
  /** Null if the old meter cannot sign any more, or if its recorded read closes it. */
  signature: Hex | null
  /** The serial number is written on the device; null if it is not known. */
  next: CountingMeter & { key: string; serial: string | null }
  opening: Read
}

export interface PreparedExchange {
  call: Call
  /** What the next bill will begin with. */
  carried: Read
}

export async function exchangeMeter(viewer: Viewer, wanted: WantedExchange): Promise<Decision<PreparedExchange>> {
  const { closing, opening, signature } = wanted
  const meter = await operatedMeter(viewer, wanted.meterId)
  if (!meter.ok) return meter
  const signer = signerOf(wanted.next.key)
  if (!signer.ok) return signer
  const { digits, multiplier, capacity, serial } = wanted.next
  const taken = await serialTaken(viewer, serial)
  if (taken) return taken
  const next = { digits, multiplier, capacity, signer: signer.value }
  const open = await openBoundary(meter.value.id, { from: meter.value.lastRead.time, to: opening.time })
  if (open !== null) return refuse('ExchangeAcrossPeriods', { end: BigInt(open) })
  const last = meter.value.lastRead
  if (closing.time < last.time) return refuse('ReadNotNewer', { last: BigInt(last.time), given: BigInt(closing.time) })
  const carried = carriedRead({ former: meter.value, next, last, closing, opening })
  if (!carried.ok) return carried
  const exchanged = { closing, signature, next, opening }
  const call = await triedCall(viewer, exchangeMeterCall(deployment().contracts, presentMeter(meter.value), exchanged))
  if (!call.ok) return call
  // Before anything is sent, as the label is: it is shown once the chain says that this device is there.
  await asWorker((tx) => saveMeterDevice(tx, { meterId: wanted.meterId, since: opening.time, serial }))
  return ok({ call: call.value, carried: carried.value })
}

/** An instant at which a bill begins or ends and that only the old meter could sign for; null if there is none. */
async function openBoundary(meterId: string, { from, to }: { from: number; to: number }): Promise<number | null> {
  const facts = await meterFacts(meterId)
  if (!facts?.supply && !facts?.purchase) return null
  const ends = (await listPeriods()).map(({ end }) => end)
  return ends.find((end) => end > from && end < to) ?? null
}
