import type { PlotRow } from './plot-rows'

/** From where to where a bar stands on the axis, and which series it belongs to. */
export interface Mark {
  series: number
  from: number
  to: number
}

/**
 * The bars of one month: each from zero, or, stacked, each on the one before it; what is negative goes down from zero.
 */
export function monthMarks({ bars }: PlotRow, stacked = false): Mark[] {
  let [up, down] = [0, 0]
  return bars.flatMap((value, series) => {
    if (value === null || value === 0) return []
    const start = !stacked ? 0 : value > 0 ? up : down
    const end = start + value
    if (value > 0) up = end
    else down = end
    return [{ series, from: Math.min(start, end), to: Math.max(start, end) }]
  })
}

/** The lowest and the highest thing drawn in any month: a bar, the mark or the band. Zero is always between them. */
export function extent(rows: readonly PlotRow[], stacked = false): { low: number; high: number } {
  const ends = rows.flatMap((row) => [
    ...monthMarks(row, stacked).flatMap(({ from, to }) => [from, to]),
    row.mark ?? 0,
    ...(row.band ?? []),
  ])
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) }
}
