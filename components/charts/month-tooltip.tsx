import type { MeasureFormat } from './measure'
import type { MonthBarsProps, MonthValues } from './month-series'
import type { PlotRow } from './plot-rows'

interface MonthTooltipProps extends MonthBarsProps {
  format: MeasureFormat
  /** Filled in by the chart. */
  active?: boolean
  payload?: readonly { payload?: PlotRow }[]
}

/** The exact figures of the month under the pointer. */
export function MonthTooltip({ active, payload, bars, mark, band, format }: MonthTooltipProps) {
  const row = payload?.[0]?.payload
  if (!active || !row) return null
  const text = (values: MonthValues) => {
    const value = values[row.index]
    return value === null || value === undefined ? '–' : format.value(value)
  }
  const lines = [...bars, ...(mark ? [mark] : [])].map((series) => ({
    label: series.label,
    value: text(series.values),
  }))
  if (band) lines.push({ label: band.label, value: `${text(band.low)} – ${text(band.high)}` })
  return (
    <div className="float p-3 text-sm">
      <p className="mb-1.5 font-semibold">{row.month}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1">
        {lines.map((line) => (
          <div key={line.label} className="contents">
            <dt className="text-quiet">{line.label}</dt>
            <dd className="figure text-right">
              {line.value} <span className="text-quiet">{format.unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
