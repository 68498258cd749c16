import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { classes } from '@/components/ui/classes'
import { spanTicks } from './axis-ticks'
import { BAND_COLOUR, MARK_COLOUR, OUTSIDE_COLOUR, seriesColour } from './legend'
import type { MeasureFormat } from './measure'
import { MonthAxis } from './month-axis'
import { extent, monthMarks } from './month-marks'
import type { MonthBarsProps } from './month-series'
import { MonthTooltip } from './month-tooltip'
import { plotRows, type PlotRow } from './plot-rows'

const STEP = { ArrowLeft: -1, ArrowRight: 1 } as const

interface MonthBarsPlotProps extends MonthBarsProps {
  format: MeasureFormat
  className: string
}

/**
 * The picture alone, in plain boxes: the server draws it with the page, and no chart library has to come for twelve months.
 * A month under the pointer, or reached with the arrow keys, says its figures.
 */
export function MonthBarsPlot(props: MonthBarsPlotProps) {
  const { title, months, stacked, mark, band, format, className } = props
  const [shown, setShown] = useState<number | null>(null)
  const rows = plotRows(props, format)
  const ticks = spanTicks(extent(rows, stacked))
  const scale = scaleOf(ticks)

  function follow({ clientX, currentTarget }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect()
    setShown(Math.min(months.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * months.length))))
  }
  function step(event: KeyboardEvent) {
    if (event.key === 'Escape') return setShown(null)
    const by = STEP[event.key as keyof typeof STEP]
    if (!by) return
    event.preventDefault()
    setShown((index) => Math.min(months.length - 1, Math.max(0, index === null ? 0 : index + by)))
  }

  return (
    <div className={classes('flex flex-col pt-2 text-xs text-quiet', className)} data-plot="">
      <div className="flex min-h-0 flex-1 gap-2">
        <ValueAxis ticks={ticks} scale={scale} format={format} />
        <div
          role="application"
          aria-label={title}
          tabIndex={0}
          onPointerMove={follow}
          onPointerDown={follow}
          onPointerLeave={() => setShown(null)}
          onKeyDown={step}
          onBlur={() => setShown(null)}
          className="relative min-w-0 flex-1"
        >
          {ticks.map((tick) => (
            <span
              key={tick}
              className={classes(
                'absolute inset-x-0 border-t',
                tick === 0 && ticks[0] !== 0 ? 'border-edge' : 'border-line',
              )}
              style={{ bottom: `${scale.at(tick)}%` }}
            />
          ))}
          <div className="absolute inset-0 flex forced-color-adjust-none [print-color-adjust:exact]">
            {rows.map((row) => (
              <Month key={row.index} row={row} scale={scale} stacked={stacked} shown={row.index === shown} />
            ))}
          </div>
          <MonthTooltip row={shown === null ? undefined : rows[shown]} {...props} mark={mark} band={band} />
        </div>
      </div>
      <div className="flex gap-2">
        <AxisRoom ticks={ticks} format={format} />
        <MonthAxis months={months} />
      </div>
    </div>
  )
}

interface Scale {
  /** From the bottom of the picture, in percent. */
  at: (value: number) => number
  /** As high as the difference, in percent. */
  height: (from: number, to: number) => number
}

function scaleOf(ticks: readonly number[]): Scale {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const height = (from: number, to: number) => ((to - from) / (high - low)) * 100
  return { at: (value) => height(low, value), height }
}

interface MonthProps {
  row: PlotRow
  scale: Scale
  stacked: boolean | undefined
  shown: boolean
}

function Month({ row, scale, stacked, shown }: MonthProps) {
  const box = (from: number, to: number) => ({ bottom: `${scale.at(from)}%`, height: `${scale.height(from, to)}%` })
  const lanes = stacked ? 1 : row.bars.length
  const marks = monthMarks(row, stacked)
  const colour = (series: number) => (row.outside ? OUTSIDE_COLOUR : seriesColour(series))
  return (
    <div className={classes('relative min-w-0 flex-1', shown && 'bg-sunken')}>
      {row.band && (
        <Box className="inset-x-[7%] rounded-[3px]" style={{ ...box(...row.band), background: BAND_COLOUR }} />
      )}
      <div className="absolute inset-x-[14%] inset-y-0 flex justify-center gap-0.5">
        {Array.from({ length: lanes }, (_, lane) => (
          <div key={lane} className="relative max-w-10 min-w-0 flex-1">
            {marks
              .filter(({ series }) => stacked || series === lane)
              .map(({ series, from, to }) => (
                <Box
                  key={series}
                  className={classes('inset-x-0 min-h-px', !stacked && from === 0 && 'rounded-t-[3px]')}
                  style={{ ...box(from, to), background: colour(series) }}
                />
              ))}
          </div>
        ))}
      </div>
      {row.mark !== null && (
        <Box
          className="inset-x-[7%] h-0.5 translate-y-1/2"
          style={{ bottom: `${scale.at(row.mark)}%`, background: MARK_COLOUR }}
        />
      )}
    </div>
  )
}

function Box({ className, style }: { className: string; style: Record<string, string> }) {
  return <span className={classes('absolute', className)} style={style} />
}

interface ValueAxisProps {
  ticks: readonly number[]
  format: MeasureFormat
}

function ValueAxis({ ticks, scale, format }: ValueAxisProps & { scale: Scale }) {
  return (
    <div aria-hidden="true" className="relative" data-axis="y">
      <AxisRoom ticks={ticks} format={format} />
      {ticks.map((tick) => (
        <span
          key={tick}
          className="figure absolute right-0 translate-y-1/2"
          style={{ bottom: `${scale.at(tick)}%` }}
          data-tick=""
        >
          {format.tick(tick)}
        </span>
      ))}
    </div>
  )
}

/** As wide as the longest value of the axis. */
function AxisRoom({ ticks, format }: ValueAxisProps) {
  return (
    <span aria-hidden="true" className="invisible flex h-0 flex-col overflow-hidden">
      {ticks.map((tick) => (
        <span key={tick} className="figure">
          {format.tick(tick)}
        </span>
      ))}
    </span>
  )
}
