import { metersOfHolder } from '@/lib/db/read/metering'
import { monthSumsOf } from '@/lib/db/read/meter-energy'
import { addDays, localDateOf } from '@/lib/domain/metering/calendar'
import { wh, type Wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'

export interface ExportedMonth {
  /** YYYY-MM, local. */
  month: string
  energy: Wh
}

const MONTHS = 12
const YEAR_DAYS = 366

/** What all meters of the viewer counted on their way out, the last twelve months with this one, the oldest first. */
export async function exportsByMonth(viewer: { address: string }, now: number): Promise<ExportedMonth[]> {
  const today = localDateOf(now, env.marketTimeZone)
  const span = { from: `${addDays(today, -YEAR_DAYS).slice(0, 7)}-01`, to: addDays(today, 1) }
  const meters = await metersOfHolder(viewer)
  const sums = await Promise.all(meters.map(({ id }) => monthSumsOf(viewer, id, span)))
  const months = monthsUntil(today.slice(0, 7))
  const all = sums.flat()
  return months.map((month) => {
    const energy = all.filter(({ span }) => span === month).reduce((sum, { exportWh }) => sum + exportWh, 0n)
    return { month, energy: wh(energy) }
  })
}

function monthsUntil(last: string): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, place) => {
    const at = new Date(Date.UTC(year, month - MONTHS + place, 1))
    return at.toISOString().slice(0, 7)
  })
}
