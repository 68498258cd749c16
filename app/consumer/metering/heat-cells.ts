/** The hours of a year as two short texts: thousands of small objects would take longer to send than to draw. */
import { GRID_HOURS, type GridDay } from '@/lib/domain/metering/hour-grid'
import type { DateSpan } from '@/lib/domain/metering/metering-view'
import type { LocalDate } from '@/lib/domain/metering/calendar'

export interface HeatCells {
  from: LocalDate
  days: number
  /** The Wh of each hour of each day in order, with commas between. */
  energies: string
  /** One letter for each hour, see HeatMark. */
  marks: string
}

/** Measured, estimated, substituted; missing; skipped by the clocks; outside what is metered. Small letters: the hour was there twice. */
export type HeatMark = 'M' | 'E' | 'S' | '-' | 'x' | ' ' | 'm' | 'e' | 's'

const LETTER = { Measured: 'M', Estimated: 'E', Substituted: 'S', Missing: '-' } as const

export function heatCells(grid: readonly GridDay[], metered: DateSpan): HeatCells {
  const energies: string[] = []
  let marks = ''
  for (const { day, hours } of grid) {
    for (let hour = 0; hour < GRID_HOURS; hour++) {
      const cell = hours?.[hour]
      energies.push(cell ? cell.energyWh.toString() : '0')
      if (!cell) marks += day < metered.from || day >= metered.to ? ' ' : '-'
      else if (cell.times === 0) marks += 'x'
      else marks += cell.times > 1 ? LETTER[cell.quality].toLowerCase() : LETTER[cell.quality]
    }
  }
  return { from: grid[0]?.day ?? metered.from, days: grid.length, energies: energies.join(','), marks }
}

export const isKnown = (mark: string) => 'MESmes'.includes(mark)
