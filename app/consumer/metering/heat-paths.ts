import { GRID_HOURS } from '@/lib/domain/metering/hour-grid'
import { isKnown, type HeatCells } from './heat-cells'
import { heatLevel } from './heat-scale'

export interface HeatPaths {
  /** One for each level of colour. */
  levels: string[]
  missing: string
}

/** The picture as one path for each colour, x in days and y in hours: neighbouring hours alike are one rectangle. */
export function heatPaths(
  { energies, marks }: Pick<HeatCells, 'energies' | 'marks'>,
  scale: readonly number[],
): HeatPaths {
  const values = energies.split(',').map(Number)
  const levels = scale.map(() => '')
  let missing = ''
  /** The level of a cell, -1 for missing, -2 for nothing to draw. */
  const lookOf = (index: number) => {
    const mark = marks[index] ?? ' '
    if (isKnown(mark)) return heatLevel(values[index] ?? 0, scale)
    return mark === '-' ? -1 : -2
  }
  for (let start = 0; start < values.length; ) {
    const look = lookOf(start)
    const dayEnd = (Math.floor(start / GRID_HOURS) + 1) * GRID_HOURS
    let end = start + 1
    while (end < dayEnd && lookOf(end) === look) end++
    const rectangle = `M${Math.floor(start / GRID_HOURS)} ${start % GRID_HOURS}h1v${end - start}h-1z`
    if (look >= 0) levels[look] += rectangle
    else if (look === -1) missing += rectangle
    start = end
  }
  return { levels, missing }
}
