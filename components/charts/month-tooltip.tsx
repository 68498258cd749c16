import type { CSSProperties } from 'react'
import type { MeasureFormat } from './measure'
import type { MonthBarsProps, MonthValues } from './month-series'
import type { PlotRow } from './plot-rows'

interface MonthTooltipProps extends MonthBarsProps {
  format: MeasureFormat
  /** The month under the pointer, if one is. */
  row: PlotRow | undefined
}

/** The exact figures of a month: beside its bars on the side with more room, in a narrow picture over them. */
export function MonthTooltip({ row, months, bars, mark, band, format }: MonthTooltipProps) {
  const text = (values: MonthValues) => {
    const value = row && values[row.index]
    return value === null || value === undefined ? '–' : format.value(value)
  }
  const lines = [...bars, ...(mark ? [mark] : [])].map((series) => ({
    label: series.label,
    value: text(series.values),
  }))
  if (band) lines.push({ label: band.label, value: `${text(band.low)} – ${text(band.high)}` })
  return (
    <div aria-live="polite" className="@container pointer-events-none absolute inset-0">
      {row && (
        <div
          className="float absolute top-0 left-(--over) z-10 w-max max-w-full -translate-x-(--over) p-3 text-sm @md:right-(--right) @md:left-(--left) @md:translate-x-0"
          style={besideMonth(row.index, months.length)}
        >
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
      )}
    </div>
  )
}

function besideMonth(index: number, count: number): CSSProperties {
  const before = index * 2 >= count
  const aside = `calc(${((before ? count - index : index + 1) / count) * 100}% + 4px)`
  const places = {
    '--over': `${((index + 0.5) / count) * 100}%`,
    '--left': before ? 'auto' : aside,
    '--right': before ? aside : 'auto',
  }
  return places as CSSProperties
}
