/** The operator's meters, a page at a time: there may be many thousands. */
import { asViewer, type Viewer } from '../client'
import { metersIn, type MeterRow } from './metering'

export interface MetersWanted {
  /** Words that must all occur in the label, the number or the id. */
  search: string
  /** From zero. */
  page: number
  size: number
}

export interface MetersPage {
  meters: MeterRow[]
  /** How many match the search. */
  count: number
}

/** Ordered by number, those without one last. */
export async function metersPage(viewer: Viewer, { search, page, size }: MetersWanted): Promise<MetersPage> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).map(likeOf)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; count: bigint }[]>`
      SELECT m.id, count(*) OVER () AS count
      FROM meter m LEFT JOIN meter_label l ON l.meter_id = m.id
      WHERE m.operator = ${viewer.address.toLowerCase()}
        AND lower(concat_ws(' ', l.label, l.number, m.id)) LIKE ALL (${words}::text[])
      ORDER BY l.number NULLS LAST, m.id LIMIT ${size} OFFSET ${page * size}`
    const ids = rows.map(({ id }) => id)
    const meters = new Map((await metersIn(tx, { id: { in: ids } })).map((meter) => [meter.id, meter]))
    return { meters: ids.flatMap((id) => meters.get(id) ?? []), count: Number(rows[0]?.count ?? 0n) }
  })
}

/** The operator's meter of this number; null if it has none. */
export async function meterNumbered(viewer: Viewer, number: string): Promise<{ id: string } | null> {
  return asViewer(viewer, async (tx) => {
    const labels = await tx.meterLabel.findMany({ where: { number }, select: { meterId: true } })
    const id = { in: labels.map(({ meterId }) => meterId) }
    return tx.meter.findFirst({ where: { id, operator: viewer.address.toLowerCase() }, select: { id: true } })
  })
}

/** What a person wrote, found anywhere and taken as it is written. */
function likeOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}
