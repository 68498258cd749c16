'use client'

import { usePlotArea } from 'recharts'
import type { Register } from '@/lib/domain/metering/registers'
import { missingFill } from './curve-look'
import type { CurveRow } from './curve-rows'
import { REGISTER_STRENGTH } from './register-strength'

/** Room for words, in pixels for each letter of them. */
const LETTER = 7
const WIDE_LETTER = 13

/** Where nothing is known: dots in place of bars, and the words where they have room. */
export function MissingGround({ rows, scope, words }: { rows: readonly CurveRow[]; scope: string; words: string }) {
  const plot = usePlotArea()
  if (!plot) return null
  const width = plot.width / rows.length
  return (
    <g aria-hidden="true">
      {runsOf(rows, ({ missing }) => missing).map(({ value, from, to }) =>
        value ? (
          <g key={from}>
            <rect
              x={plot.x + from * width}
              y={plot.y}
              width={(to - from) * width}
              height={plot.height}
              fill={missingFill(scope)}
            />
            {fits(words, (to - from) * width) && (
              <text
                x={plot.x + ((from + to) / 2) * width}
                y={plot.y + 16}
                textAnchor="middle"
                fontSize={12}
                fill="var(--color-quiet)"
                stroke="var(--color-surface)"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {words}
              </text>
            )}
          </g>
        ) : null,
      )}
    </g>
  )
}

/** Thin lines between the days of a week. */
export function DayLines({ every }: { every: readonly number[] }) {
  const plot = usePlotArea()
  const count = every.at(-1)
  if (!plot || !count) return null
  return (
    <g aria-hidden="true">
      {every.slice(1, -1).map((index) => {
        const x = plot.x + (index / count) * plot.width
        return <line key={index} x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} stroke="var(--color-line)" />
      })}
    </g>
  )
}

const STRIP_HEIGHT = 6

export interface RegisterStripProps {
  /** The register of each row. */
  registers: readonly Register[]
  names: Record<Register, string>
}

/** The tariff registers of a day as a strip along the axis. */
export function RegisterStrip({ registers, names }: RegisterStripProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const width = plot.width / registers.length
  return (
    <g>
      {runsOf(registers, (register) => register).map(({ value, from, to }) => (
        <rect
          key={from}
          x={plot.x + from * width + 0.5}
          y={plot.y + plot.height + 4}
          width={Math.max(0, (to - from) * width - 1)}
          height={STRIP_HEIGHT}
          rx={1}
          fill="var(--color-chart-3)"
          fillOpacity={REGISTER_STRENGTH[value]}
          stroke="var(--color-chart-3)"
          strokeOpacity={0.5}
          strokeWidth={0.5}
        >
          <title>{names[value]}</title>
        </rect>
      ))}
    </g>
  )
}

interface Run<Value> {
  value: Value
  from: number
  to: number
}

/** Neighbours that are alike, as one. */
function runsOf<Item, Value>(items: readonly Item[], valueOf: (item: Item) => Value): Run<Value>[] {
  const runs: Run<Value>[] = []
  items.forEach((item, index) => {
    const value = valueOf(item)
    const last = runs.at(-1)
    if (last && last.value === value) last.to = index + 1
    else runs.push({ value, from: index, to: index + 1 })
  })
  return runs
}

function fits(words: string, width: number): boolean {
  const isWide = /[\u2e80-\uffff]/.test(words)
  return words.length * (isWide ? WIDE_LETTER : LETTER) + 8 <= width
}
