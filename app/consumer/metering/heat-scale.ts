import type { GridDay } from '@/lib/domain/metering/hour-grid'

/** So many of a hundred hours lie below the top of the scale: a single spike must not make all else look like nothing. */
const COVERED_PERCENT = 98
const MOST_LEVELS = 8
const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/** Where each level of colour begins, in Wh; the first at zero, at most eight, in equal round steps. */
export function heatScale(grid: readonly GridDay[]): number[] {
  const energies = grid.flatMap(({ hours }) =>
    (hours ?? [])
      .filter(({ quality, times }) => quality !== 'Missing' && times > 0)
      .map(({ energyWh }) => Number(energyWh)),
  )
  energies.sort((a, b) => a - b)
  const top = energies[Math.ceil((energies.length * COVERED_PERCENT) / 100) - 1] || (energies.at(-1) ?? 0)
  if (top === 0) return [0]
  const rough = Math.max(1, top / MOST_LEVELS)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (ROUND_STEPS.find((round) => round * power >= rough) ?? 10) * power
  return Array.from({ length: Math.max(1, Math.ceil(top / step)) }, (_, level) => level * step)
}

export function heatLevel(energy: number, scale: readonly number[]): number {
  return Math.max(0, scale.filter((from) => from <= energy).length - 1)
}
