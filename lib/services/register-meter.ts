/**
 * A new meter: for the grid company to send from its own wallet. On chain its id is a salted commitment to its number; number, label
 * and salt are kept here before anything is sent, so that no meter on the chain is without them.
 */
import { randomBytes } from 'node:crypto'
import { bytesToHex, concatHex, keccak256, stringToHex } from 'viem'
import { deployment } from '@/lib/chain/deployment'
import { registerMeterCall, type Call } from '@/lib/chain/intents/calls'
import { asWorker, type Viewer } from '@/lib/db/client'
import { meterNumbered } from '@/lib/db/read/meters-page'
import { saveMeterDevice } from '@/lib/db/write/meter-devices'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { refusedAsGrid, signerOf, triedCall } from './operated-meter'
import { serialTaken } from './serial-taken'

const SALT_BYTES = 32

export interface NewMeter {
  /** What people call the supply point, and what is written on the meter. */
  label: string
  number: string
  /** Written on the device; null if it is not known. */
  serial: string | null
  key: string
  meter: Omit<Meter, 'operator' | 'signer'>
  /** What the dials show where it begins. */
  opening: Omit<Read, 'meterId'>
}

export interface PreparedMeter {
  meterId: Hex
  call: Call
}

export async function registerMeter(viewer: Viewer, given: NewMeter): Promise<Decision<PreparedMeter>> {
  const refused = await refusedAsGrid(viewer)
  if (refused) return refused
  const signer = signerOf(given.key)
  if (!signer.ok) return signer
  const twin = await meterNumbered(viewer, given.number)
  if (twin) return refuse('MeterAlreadyRegistered', { meterId: twin.id })
  const taken = await serialTaken(viewer, given.serial)
  if (taken) return taken
  const salt = randomBytes(SALT_BYTES)
  const meterId = keccak256(concatHex([stringToHex(given.number), bytesToHex(salt)]))
  const meter = { ...given.meter, operator: viewer.address.toLowerCase() as Address, signer: signer.value }
  const call = registerMeterCall(deployment().contracts, meterId, meter, { ...given.opening, meterId })
  const tried = await triedCall(viewer, call)
  if (!tried.ok) return tried
  const { label, number, serial } = given
  await asWorker(async (tx) => {
    await saveMeterLabel(tx, { meterId, label, number, salt: Uint8Array.from(salt) })
    await saveMeterDevice(tx, { meterId, since: 0, serial })
  })
  return ok({ meterId, call })
}
