import { describe, expect, it } from 'vitest'
import type { GridDay, HourCell } from '@/lib/domain/metering/hour-grid'
import { wh } from '@/lib/domain/units/units'
import { heatCells } from './heat-cells'
import { heatPaths } from './heat-paths'
import { heatLevel, heatScale } from './heat-scale'

const hour = (energy: number, more: Partial<HourCell> = {}): HourCell => ({
  energyWh: wh(BigInt(energy)),
  quality: 'Measured',
  times: 1,
  ...more,
})
const day = (date: string, energy: (hour: number) => HourCell | number): GridDay => ({
  day: date,
  hours: Array.from({ length: 24 }, (_, index) => {
    const cell = energy(index)
    return typeof cell === 'number' ? hour(cell) : cell
  }),
})

describe('the cells of a year', () => {
  it('say what was measured, guessed, missing, skipped, repeated, and what lies outside', () => {
    const first = day('2026-03-29', (at) => {
      if (at === 0) return hour(5, { quality: 'Estimated' })
      if (at === 1) return hour(0, { times: 0 })
      if (at === 2) return hour(9, { times: 2, quality: 'Substituted' })
      return at === 3 ? hour(0, { quality: 'Missing' }) : at
    })
    const grid = [first, { day: '2026-03-30', hours: null }, { day: '2026-03-31', hours: null }]
    const cells = heatCells(grid, { from: '2026-01-01', to: '2026-03-31' })
    expect(cells).toMatchObject({ from: '2026-03-29', days: 3 })
    expect(cells.marks).toBe('Exs-' + 'M'.repeat(20) + '-'.repeat(24) + ' '.repeat(24))
    expect(cells.energies.split(',').slice(0, 6)).toEqual(['5', '0', '9', '0', '4', '5'])
  })
})

describe('the scale of colours', () => {
  it('is not stretched by one spike in a hundred hours', () => {
    const grid = Array.from({ length: 10 }, (_, index) =>
      day(`2026-01-${10 + index}`, (at) => (index + at === 0 ? 90_000 : 98)),
    )
    expect(heatScale(grid)).toEqual([0, 20, 40, 60, 80]) // 98 ÷ 8 is 12.25: the next round step is 20.
    expect(heatLevel(90_000, [0, 20, 40, 60, 80])).toBe(4)
    expect(heatLevel(19, [0, 20, 40, 60, 80])).toBe(0)
    expect(heatLevel(20, [0, 20, 40, 60, 80])).toBe(1)
  })
  it('is there for a year of nothing', () => expect(heatScale([day('2026-01-01', () => 0)])).toEqual([0]))
})

describe('the picture', () => {
  it('draws hours alike as one, each level apart, and nothing outside', () => {
    const grid = [
      day('2026-01-01', (at) => (at < 12 ? 0 : 30)),
      { day: '2026-01-02', hours: null },
      { day: '2026-01-03', hours: null },
    ]
    const paths = heatPaths(heatCells(grid, { from: '2026-01-01', to: '2026-01-03' }), [0, 20])
    expect(paths.levels).toEqual(['M0 0h1v12h-1z', 'M0 12h1v12h-1z'])
    expect(paths.missing).toBe('M1 0h1v24h-1z')
  })
})
