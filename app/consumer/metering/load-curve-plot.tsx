'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useId } from 'react'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Register } from '@/lib/domain/metering/registers'
import { formatCount } from '@/lib/format/number'
import { CURSOR, PLOT_MARGIN, TICK_MARGIN, X_AXIS, yAxis } from './axis-look'
import { BEFORE_COLOUR, fillOf, HatchPatterns, type Side } from './curve-look'
import { DRAWN_QUALITIES, type CurveRow } from './curve-rows'
import { CurveTooltip } from './curve-tooltip'
import { DayLines, MissingGround, RegisterStrip } from './plot-grounds'
import { signedTicks } from './signed-ticks'

/** From here on bars stand without a gap: between thin ones it would be most of the picture. */
const DENSE_FROM = 60
const STRIP_ROOM = 14

export interface LoadCurvePlotProps {
  title: string
  rows: readonly CurveRow[]
  noData: string
  /** Where each day begins, for a span of several days in hours; the last is where it ends. */
  dayStarts: readonly number[]
  registers: readonly Register[]
  registerNames: Record<Register, string>
}

/** The picture alone. Loaded when a page needs it: the chart library is far larger than everything around it. */
export function LoadCurvePlot({ title, rows, noData, dayStarts, registers, registerNames }: LoadCurvePlotProps) {
  const scope = useId().replace(/[^\w-]/g, '')
  const locale = useLocale()
  const router = useRouter()
  const ticks = signedTicks(rows)
  const hasStrip = registers.length > 0
  const named = new Map(rows.map(({ slot, tick }) => [slot, tick ?? '']))
  const open = (index: unknown) => {
    const href = rows[Number(index)]?.href
    if (href) router.push(href, { scroll: false })
  }
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 288 }}>
      <ComposedChart
        title={title}
        data={[...rows]}
        stackOffset="sign"
        margin={hasStrip ? { ...PLOT_MARGIN, bottom: STRIP_ROOM - TICK_MARGIN } : PLOT_MARGIN}
        barCategoryGap={rows.length > DENSE_FROM ? 0 : '22%'}
        onClick={({ activeTooltipIndex }) => open(activeTooltipIndex)}
        className={rows.some(({ href }) => href) ? 'cursor-pointer' : undefined}
      >
        <defs>
          <HatchPatterns scope={scope} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <DayLines every={dayStarts} />
        <MissingGround rows={rows} scope={scope} words={noData} />
        {hasStrip && <RegisterStrip registers={registers} names={registerNames} />}
        <XAxis
          {...X_AXIS}
          dataKey="slot"
          ticks={rows.flatMap(({ slot, tick }) => (tick === null ? [] : [slot]))}
          tickFormatter={(slot: string) => named.get(slot) ?? ''}
          interval="equidistantPreserveStart"
          tickMargin={hasStrip ? STRIP_ROOM : TICK_MARGIN}
        />
        <YAxis
          {...yAxis(ticks, (value) => formatCount(Math.abs(value), locale))}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        />
        <Tooltip cursor={CURSOR} content={<CurveTooltip />} isAnimationActive={false} />
        {(['up', 'down'] as const).flatMap((side) =>
          DRAWN_QUALITIES.map((quality) => (
            <Bar
              key={`${side}.${quality}`}
              dataKey={`${side}.${quality}`}
              stackId="energy"
              fill={fillOf(scope, side, quality)}
              maxBarSize={48}
              isAnimationActive={false}
            />
          )),
        )}
        <ReferenceLine y={0} stroke="var(--color-edge)" />
        {(['up', 'down'] as Side[]).map((side) => (
          <Line
            key={side}
            dataKey={side === 'up' ? 'beforeUp' : 'beforeDown'}
            type="step"
            stroke={BEFORE_COLOUR}
            strokeWidth={1.5}
            strokeDasharray="4 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
