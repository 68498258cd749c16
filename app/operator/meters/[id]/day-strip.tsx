import { useId } from 'react'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'

const HEIGHT = 28
const WIDTH = 168

interface Stretch {
  at: number
  length: number
  quality: IntervalQuality
}

/** The energy of a day as a line of bars: plain where measured, hatched where estimated, dotted where substituted, empty where missing. */
export function DayStrip({ day, label }: { day: MeterDay; label: string }) {
  const id = useId()
  const { importWh, exportWh, qualities } = day
  const energy = importWh.map((taken, at) => taken + (exportWh[at] ?? 0n))
  const most = energy.reduce((highest, each) => (each > highest ? each : highest), 1n)
  const step = WIDTH / Math.max(1, energy.length)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-7 w-42 max-w-full text-soft">
      <defs>
        <pattern
          id={`${id}-Estimated`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.6" height="4" className="fill-warning" />
        </pattern>
        <pattern id={`${id}-Substituted`} width="4" height="4" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.2" className="fill-info" />
        </pattern>
      </defs>
      {stretchesOf(qualities)
        .filter(({ quality }) => quality !== 'Measured')
        .map(({ at, length, quality }) => (
          <rect
            key={at}
            x={at * step}
            width={length * step}
            y={0}
            height={HEIGHT}
            fill={quality === 'Missing' ? 'none' : `url(#${id}-${quality})`}
            className={quality === 'Missing' ? 'stroke-danger' : undefined}
            strokeDasharray="3 2"
          />
        ))}
      {energy.map((each, at) => {
        const height = (Number((each * 1_000n) / most) / 1_000) * (HEIGHT - 2)
        return (
          <rect key={at} x={at * step} width={step * 0.8} y={HEIGHT - height} height={height} fill="currentColor" />
        )
      })}
    </svg>
  )
}

function stretchesOf(qualities: readonly IntervalQuality[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [at, quality] of qualities.entries()) {
    const open = stretches.at(-1)
    if (open?.quality === quality) open.length += 1
    else stretches.push({ at, length: 1, quality })
  }
  return stretches
}
