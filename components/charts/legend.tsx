import type { ReactNode } from 'react'
import type { MonthBand, MonthSeries } from './month-series'

/** Colours of the series, in order; the accent first. */
export const SERIES_COLOURS = [
  'var(--color-chart-1)',
  'var(--color-chart-2)',
  'var(--color-chart-3)',
  'var(--color-chart-4)',
  'var(--color-chart-5)',
  'var(--color-chart-6)',
  'var(--color-chart-7)',
]
export const OUTSIDE_COLOUR = 'var(--color-chart-outside)'
export const BAND_COLOUR = 'var(--color-chart-band)'
export const MARK_COLOUR = 'var(--color-ink)'

export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] as string
}

export function Legend({ bars, mark, band }: { bars: MonthSeries[]; mark?: MonthSeries; band?: MonthBand }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
      {bars.map((series, index) => (
        <Entry key={series.key} swatch={<Swatch colour={seriesColour(index)} />}>
          {series.label}
        </Entry>
      ))}
      {band && bars.length === 1 && <Entry swatch={<Swatch colour={OUTSIDE_COLOUR} />}>{band.outsideLabel}</Entry>}
      {mark && <Entry swatch={<span className="h-0.5 w-3" style={{ background: MARK_COLOUR }} />}>{mark.label}</Entry>}
      {band && <Entry swatch={<Swatch colour={BAND_COLOUR} />}>{band.label}</Entry>}
    </ul>
  )
}

function Swatch({ colour }: { colour: string }) {
  return <span className="size-3 rounded-[3px]" style={{ background: colour }} />
}

function Entry({ swatch, children }: { swatch: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" className="flex items-center">
        {swatch}
      </span>
      {children}
    </li>
  )
}
