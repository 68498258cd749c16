/** Meters, their reads and labels. */
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { ZERO_ADDRESS } from '@/lib/domain/units/hex'
import type { Tx } from '../client'
import { decimal, decimals } from '../stored/amounts'
import { storableText, toJson } from '../stored/json'

export async function saveMeter(
  tx: Tx,
  { id, meter, opening }: { id: string; meter: Meter; opening: Read },
): Promise<void> {
  const { operator, holder, region, voltageClass, customerClass, digits, multiplier, capacity, signer } = meter
  const owners = { operator, holder, region: BigInt(region), voltageClass, customerClass, signer }
  const last = { lastRead: toJson(opening), lastReadTime: BigInt(opening.time) }
  const row = { id, ...owners, digits, multiplier, capacityW: decimal(capacity), ...last }
  await tx.meter.createMany({ data: [row], skipDuplicates: true })
}

export interface NewHolder {
  id: string
  holder: string
  /** What was measured before is the former holder's. */
  since: bigint
}

export async function saveMeterHolder(tx: Tx, { id, holder, since }: NewHolder): Promise<void> {
  await tx.meter.updateMany({ where: { id }, data: { holder: holder.toLowerCase(), holderSince: since } })
}

export async function saveMeterSigner(tx: Tx, { id, signer }: { id: string; signer: string }): Promise<void> {
  await tx.meter.updateMany({ where: { id }, data: { signer, revokedAt: null } })
}

/** On chain a meter without a key has nobody's account for one. */
export async function saveMeterRevoked(tx: Tx, { id, at }: { id: string; at: bigint }): Promise<void> {
  await tx.meter.updateMany({ where: { id }, data: { signer: ZERO_ADDRESS, revokedAt: at } })
}

/** A measured read takes the place of the one that was estimated for its instant. */
export async function saveReadCorrected(tx: Tx, read: Read, txHash: string): Promise<void> {
  const { meterId, time, ...row } = rowOf(read, txHash)
  await tx.meterRead.updateMany({ where: { meterId, time }, data: row })
  await tx.meter.updateMany({ where: { id: meterId, lastReadTime: time }, data: { lastRead: toJson(read) } })
}

/** Keeps every read, and the newest as the meter's last. */
export async function saveRead(tx: Tx, read: Read, txHash: string): Promise<void> {
  const row = rowOf(read, txHash)
  await tx.meterRead.createMany({ data: [row], skipDuplicates: true })
  const older = { id: read.meterId, lastReadTime: { lt: row.time } }
  await tx.meter.updateMany({ where: older, data: { lastRead: toJson(read), lastReadTime: row.time } })
}

function rowOf(read: Read, txHash: string) {
  return {
    meterId: read.meterId,
    time: BigInt(read.time),
    sequence: BigInt(read.sequence),
    quality: read.quality,
    importWh: decimals(read.importWh),
    exportWh: decimal(read.exportWh),
    maxDemandW: decimal(read.maxDemand),
    intervalRoot: read.intervalRoot,
    txHash,
  }
}

export interface MeterLabel {
  meterId: string
  /** What people call the supply point. */
  label: string
  /** The meter number; off chain only. */
  number: string
  salt: Uint8Array
}

export async function saveMeterLabel(tx: Tx, { meterId, label, number, salt }: MeterLabel): Promise<void> {
  const data = { label: storableText(label), number: storableText(number), salt: Uint8Array.from(salt) }
  await tx.meterLabel.upsert({ where: { meterId }, create: { meterId, ...data }, update: data })
}
