import { useLocale } from 'next-intl'
import { useId } from 'react'
import { axisTicks } from '@/components/charts/axis-ticks'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { formatCount } from '@/lib/format/number'

const WIDTH = 1_000
const HEIGHT = 200
const WH_PER: Record<string, number> = { Wh: 1, kWh: 1_000, MWh: 1_000_000 }
/** Of the bars' pitch: fine bars stand side by side without a gap. */
const BAR_SHARE = 0.82
const FINE_BARS = 48
const COLOURS = ['var(--color-chart-1)', 'var(--color-chart-2)'] as const

export interface DayPlotProps {
  day: MeterDay
  /** When each interval begins. */
  times: string[]
  unit: string
}

/** Bars up for what was taken, down for what was given. A picture only: the table beside it says the same. */
export function DayPlot({ day, times, unit }: DayPlotProps) {
  const locale = useLocale()
  const hatch = useId()
  // To pixels only: the one place where energy becomes a floating-point number.
  const [taken, given] = [day.importWh, day.exportWh].map((list) =>
    list.map((energy) => Number(energy) / WH_PER[unit]!),
  )
  const most = (values: number[] = []) => values.reduce((top, value) => Math.max(top, value), 0)
  const ups = axisTicks(most(taken))
  const step = ups[1] ?? 1
  const downs = Array.from({ length: Math.ceil(most(given) / step) }, (_, index) => -(index + 1) * step)
  const ticks = [...downs.reverse(), ...ups]
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const y = (value: number) => ((high - value) / (high - low)) * HEIGHT
  const pitch = WIDTH / times.length
  const bar = times.length > FINE_BARS ? pitch : pitch * BAR_SHARE
  const rect = (index: number, value: number) => ({
    x: index * pitch + (pitch - bar) / 2,
    width: bar,
    y: Math.min(y(0), y(value)),
    height: Math.max(Math.abs(y(value) - y(0)), value === 0 ? 0 : 1),
  })
  const fill = (index: number, series: 0 | 1) =>
    day.qualities[index] === 'Measured' ? COLOURS[series] : `url(#${hatch}${series})`
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-quiet">
      <div className="relative h-52 min-w-9 sm:h-60">
        <span className="invisible figure">{formatCount(high, locale)}</span>
        {ticks.map((tick) => (
          <span
            key={tick}
            className="figure absolute right-0 -translate-y-1/2"
            style={{ top: `${(y(tick) / HEIGHT) * 100}%` }}
          >
            {formatCount(Math.abs(tick), locale)}
          </span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-52 w-full overflow-visible sm:h-60"
      >
        <defs>
          {COLOURS.map((colour, index) => (
            <pattern key={colour} id={`${hatch}${index}`} width="8" height="5" patternUnits="userSpaceOnUse">
              <rect width="8" height="5" fill={colour} fillOpacity="0.2" />
              <rect width="8" height="2" fill={colour} />
            </pattern>
          ))}
        </defs>
        {ticks.map((tick) => (
          <line
            key={tick}
            x1={0}
            x2={WIDTH}
            y1={y(tick)}
            y2={y(tick)}
            vectorEffect="non-scaling-stroke"
            stroke={tick === 0 ? 'var(--color-edge)' : 'var(--color-line)'}
          />
        ))}
        {times.map((_, index) => (
          <g key={index}>
            {day.qualities[index] === 'Missing' && (
              <rect x={index * pitch} width={pitch} y={0} height={HEIGHT} fill="var(--color-chart-band)" />
            )}
            <rect {...rect(index, taken?.[index] ?? 0)} fill={fill(index, 0)} />
            <rect {...rect(index, -(given?.[index] ?? 0))} fill={fill(index, 1)} />
          </g>
        ))}
      </svg>
      <span />
      <HourAxis times={times} />
    </div>
  )
}

/** The hours 0, 6, 12 and 18 where the clock showed them. */
function HourAxis({ times }: { times: string[] }) {
  const shown = times.flatMap((time, index) =>
    /^(00|06|12|18):00$/.test(time) && times.indexOf(time) === index ? [{ time, index }] : [],
  )
  return (
    <div className="relative mt-2 h-4">
      {shown.map(({ time, index }) => (
        <span key={time} className="figure absolute" style={{ left: `${(index / times.length) * 100}%` }}>
          {time}
        </span>
      ))}
      <span className="figure absolute right-0 hidden sm:inline">24:00</span>
    </div>
  )
}
