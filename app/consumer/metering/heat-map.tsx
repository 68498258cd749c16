'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { GRID_HOURS } from '@/lib/domain/metering/hour-grid'
import { addDays } from '@/lib/domain/metering/calendar'
import { heatColour } from './heat-look'
import { heatPaths } from './heat-paths'
import { HeatReadout } from './heat-readout'
import type { HeatCells } from './heat-cells'
import { hrefOf, type MeteringChoice } from './metering-choice'
import { movedBy, type Spot } from './heat-keys'

export interface HeatMapProps {
  cells: HeatCells
  scale: readonly number[]
  /** Where each month begins, in days. */
  months: readonly { index: number; label: string }[]
  choice: MeteringChoice
  year: string
}

const HOUR_LABELS = [0, 6, 12, 18]

/**
 * Days go down on a phone and across on a wide screen: one picture in days × hours, turned by a transformation.
 * A pointer reads an hour, the arrow keys too; the table beside it holds the figures.
 */
export function HeatMap({ cells, scale, months, choice, year }: HeatMapProps) {
  const t = useTranslations('metering.heat')
  const router = useRouter()
  const [spot, setSpot] = useState<Spot | null>(null)
  const paths = useMemo(() => heatPaths(cells, scale), [cells, scale])
  const hrefOfDay = (day: number) => hrefOf({ ...choice, view: 'day', date: addDays(cells.from, day) })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && spot) return router.push(hrefOfDay(spot.day))
    const moved = movedBy(event.key, spot ?? lastKnown(cells), { days: cells.days, tall: isTall(event.currentTarget) })
    if (!moved) return
    event.preventDefault()
    setSpot(moved)
  }

  return (
    <div>
      <div className="relative pt-5 pl-10 sm:pt-0 sm:pb-5 sm:pl-11">
        <Labels months={months} days={cells.days} />
        <div
          role="application"
          tabIndex={0}
          aria-label={t('label', { year })}
          aria-describedby="heat-how"
          onKeyDown={onKeyDown}
          onFocus={() => setSpot((was) => was ?? lastKnown(cells))}
          onPointerMove={(event) => event.pointerType === 'mouse' && setSpot(spotUnder(event, cells.days))}
          onPointerDown={(event) => setSpot(spotUnder(event, cells.days))}
          onDoubleClick={() => spot && router.push(hrefOfDay(spot.day))}
          className="relative h-[46rem] cursor-crosshair touch-pan-y sm:h-60"
        >
          <Picture paths={paths} days={cells.days} />
          {spot && <Mark spot={spot} days={cells.days} />}
        </div>
      </div>
      <p id="heat-how" className="sr-only">
        {t('how')}
      </p>
      <HeatReadout cells={cells} spot={spot} href={spot && hrefOfDay(spot.day)} />
    </div>
  )
}

function Picture({ paths, days }: { paths: ReturnType<typeof heatPaths>; days: number }) {
  const style = {
    '--across': `matrix(${1 / days}, 0, 0, ${1 / GRID_HOURS}, 0, 0)`,
    '--down': `matrix(0, ${1 / days}, ${1 / GRID_HOURS}, 0, 0, 0)`,
  } as React.CSSProperties
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="size-full"
    >
      <g style={style} className="[transform:var(--down)] sm:[transform:var(--across)]">
        {paths.levels.map((path, level) => (
          <path key={level} d={path} fill={heatColour(level, paths.levels.length)} />
        ))}
        <path
          d={paths.missing}
          fill="none"
          stroke="var(--color-edge)"
          strokeWidth={0.5}
          vectorEffect="non-scaling-stroke"
        />
      </g>
    </svg>
  )
}

/** An outline around the hour that is read, wider than it so that it can be seen. */
function Mark({ spot, days }: { spot: Spot; days: number }) {
  const style = {
    '--d': `${((spot.day + 0.5) / days) * 100}%`,
    '--h': `${((spot.hour + 0.5) / GRID_HOURS) * 100}%`,
  } as React.CSSProperties
  return (
    <span
      aria-hidden="true"
      style={style}
      className="pointer-events-none absolute top-(--d) left-(--h) h-2.5 w-4 -translate-1/2 rounded-xs border-2 border-ink shadow-[0_0_0_1px_var(--color-surface)]
        sm:top-(--h) sm:left-(--d) sm:h-4 sm:w-2.5"
    />
  )
}

function Labels({ months, days }: { months: HeatMapProps['months']; days: number }) {
  const share = (part: number, whole: number) => ({ '--at': `${(part / whole) * 100}%` }) as React.CSSProperties
  return (
    <div aria-hidden="true" className="text-xs text-quiet">
      <div className="absolute top-5 bottom-0 left-0 w-10 sm:top-auto sm:right-0 sm:left-11 sm:h-5 sm:w-auto">
        {months.map(({ index, label }) => (
          <span
            key={index}
            style={share(index, days)}
            className="absolute top-(--at) leading-none whitespace-nowrap sm:top-1.5 sm:left-(--at)"
          >
            {label}
          </span>
        ))}
      </div>
      <div className="absolute top-0 right-0 left-10 h-5 sm:right-auto sm:bottom-5 sm:left-0 sm:h-auto sm:w-11">
        {HOUR_LABELS.map((hour) => (
          <span
            key={hour}
            style={share(hour, GRID_HOURS)}
            className="figure absolute top-0 left-(--at) leading-none sm:top-(--at) sm:left-0"
          >
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
    </div>
  )
}

/** Whether days go down, as on a phone. */
function isTall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return height > width
}

function spotUnder({ currentTarget, clientX, clientY }: PointerEvent, days: number): Spot {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  const [x, y] = [(clientX - left) / width, (clientY - top) / height]
  const [alongDays, alongHours] = height > width ? [y, x] : [x, y]
  const place = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)))
  return { day: place(alongDays, days), hour: place(alongHours, GRID_HOURS) }
}

/** Where reading by key begins: the last day of which something is known, at noon. */
function lastKnown({ marks, days }: HeatCells): Spot {
  const last = marks.replace(/[ -]+$/, '').length - 1
  return { day: last < 0 ? days - 1 : Math.floor(last / GRID_HOURS), hour: GRID_HOURS / 2 }
}
