/** A device is in one place at a time. */
import type { Viewer } from '@/lib/db/client'
import { deviceInPlace } from '@/lib/db/read/meter-devices'
import { refuse, type Refusal } from '@/lib/domain/decision'

/** Null if none of the operator's meters is this device now; where it was before does not matter. */
export async function serialTaken(
  viewer: Viewer,
  serial: string | null,
): Promise<{ ok: false; refusal: Refusal } | null> {
  const place = serial === null ? null : await deviceInPlace(viewer, serial)
  return place && refuse('SerialInUse', { serial: `“${serial}”`, meterId: place.meterId })
}
