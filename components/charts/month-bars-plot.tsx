'use client'

import { Bar, CartesianGrid, Cell, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { CURSOR, PLOT_MARGIN, X_AXIS, yAxis } from './axis-look'
import { axisTicks } from './axis-ticks'
import { BAND_COLOUR, MARK_COLOUR, OUTSIDE_COLOUR, seriesColour } from './legend'
import type { MeasureFormat } from './measure'
import type { MonthBarsProps } from './month-series'
import { MonthTooltip } from './month-tooltip'
import { highest, plotRows } from './plot-rows'

/** Axes that only place bars: the band and the mark are drawn on the same months as the bars, at their own width. */
const HIDDEN_AXIS = { dataKey: 'month', hide: true, height: 0 }

/** The picture alone. Loaded when a page needs it: the chart library is far larger than everything around it. */
export function MonthBarsPlot(props: MonthBarsProps & { format: MeasureFormat }) {
  const { title, bars, stacked, mark, band, format } = props
  const rows = plotRows(props, format)
  const ticks = axisTicks(highest(rows, stacked))
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 256 }}>
      <ComposedChart title={title} data={rows} margin={PLOT_MARGIN} barCategoryGap="28%" barGap={2}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis xAxisId="bars" dataKey="month" {...X_AXIS} />
        <XAxis xAxisId="band" {...HIDDEN_AXIS} />
        <XAxis xAxisId="mark" {...HIDDEN_AXIS} />
        <YAxis {...yAxis(ticks, format.tick)} domain={[0, ticks.at(-1) ?? 1]} />
        <Tooltip cursor={CURSOR} content={<MonthTooltip {...props} />} isAnimationActive={false} />
        {band && (
          <Bar xAxisId="band" dataKey="band" fill={BAND_COLOUR} radius={3} isAnimationActive={false} barSize="86%" />
        )}
        {bars.map((series, seriesIndex) => (
          <Bar
            key={series.key}
            xAxisId="bars"
            dataKey={`bars[${seriesIndex}]`}
            stackId={stacked ? 'all' : undefined}
            fill={seriesColour(seriesIndex)}
            radius={stacked ? 0 : [3, 3, 0, 0]}
            maxBarSize={40}
            isAnimationActive={false}
          >
            {rows.map((row) => (
              <Cell key={row.month} fill={row.outside ? OUTSIDE_COLOUR : seriesColour(seriesIndex)} />
            ))}
          </Bar>
        ))}
        {mark && <Bar xAxisId="mark" dataKey="mark" shape={MarkLine} barSize="86%" isAnimationActive={false} />}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** Only the top edge of a bar: the value without the weight. */
function MarkLine({ x = 0, y = 0, width = 0 }: { x?: number; y?: number; width?: number }) {
  return <rect x={x} y={y - 1} width={width} height={2} fill={MARK_COLOUR} />
}
