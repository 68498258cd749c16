/** Serial numbers of devices. */
import type { Tx } from '../client'
import { storableText } from '../stored/json'

export interface NewDevice {
  meterId: string
  /** When it began to count, as the exchange will say; zero for the device that was registered. */
  since: number
  /** Null if it is not known. */
  serial: string | null
}

/** What was said before of the device that begins then is forgotten. */
export async function saveMeterDevice(tx: Tx, { meterId, since, serial }: NewDevice): Promise<void> {
  const place = { meterId, since: BigInt(since) }
  if (serial === null) await tx.meterDevice.deleteMany({ where: place })
  else {
    const data = { serial: storableText(serial) }
    await tx.meterDevice.upsert({ where: { meterId_since: place }, create: { ...place, ...data }, update: data })
  }
}
