import type { MeasureFormat } from './measure'
import type { MonthBarsProps } from './month-series'

export interface PlotRow {
  /** Position, for the tooltip to find the exact values again. */
  index: number
  month: string
  bars: (number | null)[]
  mark: number | null
  band: [number, number] | null
  /** The only bar of the month lies outside the band. */
  outside: boolean
}

/** The series turned round: one row per month, in plot units. */
export function plotRows({ months, bars, mark, band }: MonthBarsProps, { toPlot }: MeasureFormat): PlotRow[] {
  const at = (value: bigint | null | undefined) => (value === null || value === undefined ? null : toPlot(value))
  return months.map((month, index) => {
    const low = band?.low[index] ?? null
    const high = band?.high[index] ?? null
    const only = bars.length === 1 ? (bars[0]?.values[index] ?? null) : null
    return {
      index,
      month,
      bars: bars.map((series) => at(series.values[index])),
      mark: at(mark?.values[index]),
      band: low === null || high === null ? null : [toPlot(low), toPlot(high)],
      outside: only !== null && ((low !== null && only < low) || (high !== null && only > high)),
    }
  })
}
