import { axisTicks } from '@/components/charts/axis-ticks'
import type { GridDay } from '@/lib/domain/metering/hour-grid'

/** So many of a hundred hours lie below the top of the scale: a single spike must not make all else look like nothing. */
const COVERED_PERCENT = 98

/** Where each level of colour begins, in Wh; the first at zero, at most five, in equal round steps. */
export function heatScale(grid: readonly GridDay[]): number[] {
  const energies = grid.flatMap(({ hours }) =>
    (hours ?? []).filter(({ quality, times }) => quality !== 'Missing' && times > 0).map(({ energyWh }) => Number(energyWh)),
  )
  energies.sort((a, b) => a - b)
  const top = energies[Math.ceil((energies.length * COVERED_PERCENT) / 100) - 1] ?? 0
  const ticks = axisTicks(Math.max(top, energies.at(-1) === 0 ? 0 : 1))
  return ticks.slice(0, -1)
}

export function heatLevel(energy: number, scale: readonly number[]): number {
  return Math.max(0, scale.findLastIndex((from) => from <= energy))
}
