/** The operator's meters, a page at a time: there may be many thousands. */
import { asViewer, asWorker, type Viewer } from '../client'
import { metersIn, type MeterRow } from './metering'

export interface MetersWanted {
  /** Words that must all occur in the label, the number, the device's serial number or the id. */
  search: string
  /** From zero. */
  page: number
  size: number
}

export interface MetersPage {
  meters: MeterRow[]
  /** How many match the search. */
  count: number
  /** The one that was asked for; the first, if there are not so many. */
  page: number
}

/** Ordered by number, those without one last. */
export async function metersPage(viewer: Viewer, wanted: MetersWanted): Promise<MetersPage> {
  const { search, page, size } = wanted
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).map(likeOf)
  const found = await asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ meter_id: string; count: bigint }[]>`
      SELECT meter_id, count FROM operator_meters(${words}::text[], ${size}::int, ${page * size}::int)`
    if (rows.length === 0 && page > 0) return null
    const ids = rows.map(({ meter_id }) => meter_id)
    const meters = new Map((await metersIn(tx, { id: { in: ids } })).map((meter) => [meter.id, meter]))
    return { meters: ids.flatMap((id) => meters.get(id) ?? []), count: Number(rows[0]?.count ?? 0n), page }
  })
  return found ?? metersPage(viewer, { ...wanted, page: 0 })
}

/** Numbers of all the operator's meters, in order; none if they are more: too many to choose from. */
export async function fewMeterNumbers(viewer: Viewer, most: number): Promise<string[]> {
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ number: string }[]>`
      SELECT l.number FROM meter m JOIN meter_label l ON l.meter_id = m.id
      WHERE m.operator = ${viewer.address.toLowerCase()} ORDER BY l.number LIMIT ${most + 1}`,
  )
  return rows.length > most ? [] : rows.map(({ number }) => number)
}

/** The operator's meter of this number; null if it has none. */
export async function meterNumbered(viewer: Viewer, number: string): Promise<{ id: string } | null> {
  return asViewer(viewer, async (tx) => {
    const labels = await tx.meterLabel.findMany({ where: { number }, select: { meterId: true } })
    const id = { in: labels.map(({ meterId }) => meterId) }
    return tx.meter.findFirst({ where: { id, operator: viewer.address.toLowerCase() }, select: { id: true } })
  })
}

/** Whoever operates it: for programs that run beside the market. Null if no meter, or more than one, has this number. */
export async function meterNumberedAnywhere(number: string): Promise<string | null> {
  const labels = await asWorker((tx) =>
    tx.meterLabel.findMany({ where: { number }, select: { meterId: true }, take: 2 }),
  )
  const [only, other] = labels
  return other === undefined ? (only?.meterId ?? null) : null
}

/** What a person wrote, found anywhere and taken as it is written. */
function likeOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}
