/** Devices that counted at supply points, and what is written on them. */
import { asViewer, type Tx, type Viewer } from '../client'

/** The serial numbers of the devices that are there now, by meter; a meter whose device has none that is known is not there. */
export async function presentSerials(tx: Tx, meterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ meter_id: string; serial: string }[]>`
    SELECT d.meter_id, d.serial FROM meter_device d JOIN meter m ON m.id = d.meter_id AND m.device_since = d.since
    WHERE d.meter_id = ANY (${meterIds}::text[])`
  return new Map(rows.map(({ meter_id, serial }) => [meter_id, serial]))
}

/** Of every device of a meter the viewer may see, by the instant it began to count; zero for the one that was registered. */
export async function serialsOf(viewer: Viewer, meterId: string): Promise<ReadonlyMap<number, string>> {
  const where = { meterId: meterId.toLowerCase() }
  const devices = await asViewer(viewer, (tx) => tx.meterDevice.findMany({ where }))
  return new Map(devices.map(({ since, serial }) => [Number(since), serial]))
}

/** Which of the operator's meters is this device now; null if none is. */
export async function deviceInPlace(viewer: Viewer, serial: string): Promise<{ meterId: string } | null> {
  const [found] = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ meterId: string }[]>`
      SELECT m.id AS "meterId" FROM meter_device d JOIN meter m ON m.id = d.meter_id AND m.device_since = d.since
      WHERE d.serial = ${serial} AND m.operator = ${viewer.address.toLowerCase()} LIMIT 1`,
  )
  return found ?? null
}
