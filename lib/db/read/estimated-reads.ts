/** Reads of an operator's meters that were not measured. Among very many meters they are few: they have an index of their own. */
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { asViewer, type Viewer } from '../client'
import { readFromRow } from '../stored/read'

export interface EstimatedRead extends Pick<Read, 'time' | 'quality' | 'importWh'> {
  meterId: Hex
  label: string | null
  number: string | null
}

interface Place {
  meter_id: string
  time: bigint
  label: string | null
  number: string | null
}

/** Newest first. */
export async function estimatedReadsOf(viewer: Viewer, limit = 20): Promise<EstimatedRead[]> {
  return asViewer(viewer, async (tx) => {
    const places = await tx.$queryRaw<Place[]>`
      SELECT r.meter_id, r.time, l.label, l.number
      FROM meter_read r JOIN meter m ON m.id = r.meter_id LEFT JOIN meter_label l ON l.meter_id = r.meter_id
      WHERE r.quality <> 'Measured' AND m.operator = ${viewer.address.toLowerCase()}
      ORDER BY r.time DESC, r.meter_id LIMIT ${limit}`
    const where = { OR: places.map(({ meter_id: meterId, time }) => ({ meterId, time })) }
    const rows = (await tx.meterRead.findMany({ where })).map(readFromRow)
    return places.flatMap(({ meter_id: meterId, time: at, label, number }) => {
      const read = rows.find((row) => row.meterId === meterId && row.time === Number(at))
      return read
        ? [{ meterId: read.meterId, time: read.time, quality: read.quality, importWh: read.importWh, label, number }]
        : []
    })
  })
}

/** Whether an instant of one of the operator's meters was recorded with a read that was not measured. */
export async function isEstimated(
  viewer: Viewer,
  { meterId, time }: { meterId: string; time: number },
): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    const meter = await tx.meter.findFirst({
      where: { id: meterId, operator: viewer.address.toLowerCase() },
      select: { id: true },
    })
    if (!meter) return false
    const where = { meterId, time: BigInt(time), quality: { not: 'Measured' } }
    return (await tx.meterRead.count({ where })) > 0
  })
}
