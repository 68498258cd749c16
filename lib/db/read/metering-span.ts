/** How far the interval data of a meter reach. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { asViewer, type Viewer } from '../client'

export interface MeteredDays {
  first: LocalDate
  last: LocalDate
}

/** The first and last day the viewer may see data of; null if there is none. */
export async function meteredDaysOf(viewer: Viewer, meterId: string): Promise<MeteredDays | null> {
  const where = { meterId: meterId.toLowerCase() }
  const { _min, _max } = await asViewer(viewer, (tx) =>
    tx.intervalDay.aggregate({ where, _min: { day: true }, _max: { day: true } }),
  )
  return _min.day && _max.day && { first: dateOf(_min.day), last: dateOf(_max.day) }
}

const dateOf = (day: Date): LocalDate => day.toISOString().slice(0, 10)
