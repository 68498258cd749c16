/** A span of days by 24 hours of the wall clock, for a picture of all of them at once. */
import { addDays, hoursOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { worseQuality, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import type { DateSpan } from '@/lib/domain/metering/metering-view'
import { wh, type Wh } from '@/lib/domain/units/units'

export const GRID_HOURS = 24
const HOUR_MINUTES = 60

export interface HourCell {
  /** The known energy of it. */
  energyWh: Wh
  quality: IntervalQuality
  /** How often the wall clock showed this hour: 0 where it was skipped, 2 where it was repeated. */
  times: number
}

export interface GridDay {
  day: LocalDate
  /** 24; null where nothing is known of the day by the hour. */
  hours: readonly HourCell[] | null
}

/** Every day of the span in order. `days` are some of them, in order. */
export function hourGrid(
  days: readonly MeterDay[],
  { span, direction, timeZone }: { span: DateSpan; direction: 'import' | 'export'; timeZone: string },
): GridDay[] {
  const found = new Map(days.map((day) => [day.day, day]))
  const grid: GridDay[] = []
  for (let date = span.from; date < span.to; date = addDays(date, 1)) {
    const day = found.get(date)
    const hourly = day && day.minutes <= HOUR_MINUTES
    grid.push({ day: date, hours: hourly ? cellsOf(day, direction, timeZone) : null })
  }
  return grid
}

function cellsOf(day: MeterDay, direction: 'import' | 'export', timeZone: string): HourCell[] {
  const energies = direction === 'import' ? day.importWh : day.exportWh
  const perHour = HOUR_MINUTES / day.minutes
  // Only a day on which the clocks change needs the time zone.
  const shown = energies.length === GRID_HOURS * perHour ? null : hoursOf(day.day, timeZone)
  const cells = Array.from({ length: GRID_HOURS }, (): { -readonly [Key in keyof HourCell]: HourCell[Key] } => ({
    energyWh: wh(0n),
    quality: 'Measured',
    times: 0,
  }))
  energies.forEach((energy, index) => {
    const passed = Math.floor(index / perHour)
    const cell = cells[shown?.[passed]?.hour ?? passed]
    if (!cell) throw new RangeError(`interval ${index} of ${day.day} lies in no hour`)
    const quality = day.qualities[index] ?? 'Missing'
    if (index % perHour === 0) cell.times += 1
    cell.quality = worseQuality(cell.quality, quality)
    if (quality !== 'Missing') cell.energyWh = wh(cell.energyWh + energy)
  })
  return cells
}

/** The mean energy of each hour of the wall clock (0–23) over some days, rounded down; null where none of it is known. */
export function meanHours(days: readonly GridDay[]): (Wh | null)[] {
  const sums = Array.from({ length: GRID_HOURS }, () => ({ energy: 0n, times: 0n }))
  for (const { hours } of days) {
    hours?.forEach(({ energyWh, quality, times }, hour) => {
      const sum = sums[hour]
      if (!sum || quality === 'Missing') return
      sum.energy += energyWh
      sum.times += BigInt(times)
    })
  }
  return sums.map(({ energy, times }) => (times === 0n ? null : wh(energy / times)))
}
