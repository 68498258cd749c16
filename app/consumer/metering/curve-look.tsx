/** How energy is drawn by how well it is known: plain, or hatched one way or the other. Shape says it, colour only repeats it. */
import { DRAWN_QUALITIES } from './curve-rows'

export const UP_COLOUR = 'var(--color-chart-1)'
export const DOWN_COLOUR = 'var(--color-chart-2)'
export const BEFORE_COLOUR = 'var(--color-ink)'
export type Side = 'up' | 'down'

export type Drawn = (typeof DRAWN_QUALITIES)[number]

const COLOUR: Record<Side, string> = { up: UP_COLOUR, down: DOWN_COLOUR }
/** Degrees by which the lines lean. */
const LEAN = { Estimated: 45, Substituted: -45 } as const
const PERIOD = 5

/** @param scope Tells the patterns of one picture from those of another on the page. */
export function fillOf(scope: string, side: Side, quality: Drawn): string {
  return quality === 'Measured' ? COLOUR[side] : `url(#${patternId(scope, side, quality)})`
}

export const missingFill = (scope: string) => `url(#${scope}-missing)`

function patternId(scope: string, side: Side, quality: Drawn): string {
  return `${scope}-${side}-${quality}`
}

/** The patterns themselves, for the `<defs>` of a picture. */
export function HatchPatterns({ scope }: { scope: string }) {
  return (
    <>
      {(['up', 'down'] as const).flatMap((side) =>
        (['Estimated', 'Substituted'] as const).map((quality) => (
          <pattern
            key={`${side}${quality}`}
            id={patternId(scope, side, quality)}
            width={PERIOD}
            height={PERIOD}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${LEAN[quality]})`}
          >
            <rect width={PERIOD} height={PERIOD} fill="var(--color-surface)" />
            <rect width={quality === 'Estimated' ? 2 : 3} height={PERIOD} fill={COLOUR[side]} />
          </pattern>
        )),
      )}
      <pattern id={`${scope}-missing`} width={6} height={6} patternUnits="userSpaceOnUse">
        <circle cx={3} cy={3} r={0.8} fill="var(--color-edge)" />
      </pattern>
    </>
  )
}
