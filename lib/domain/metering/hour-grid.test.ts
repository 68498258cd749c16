import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { hourGrid, meanHours } from './hour-grid'
import { intervalsIn, type MeterDay } from './meter-day'

/** 10 Wh in each interval. */
function evenDay(day: string, minutes: number, timeZone: string): MeterDay {
  const importWh = Array.from({ length: intervalsIn(day, minutes, timeZone) }, () => wh(10n))
  return { day, minutes, importWh, exportWh: importWh.map(() => wh(1n)), qualities: importWh.map(() => 'Measured') }
}

const london = { timeZone: 'Europe/London', direction: 'import' } as const
const cellsOf = (day: MeterDay) =>
  hourGrid([day], { ...london, span: { from: day.day, to: '2026-12-31' } })[0]?.hours ?? []

describe('the hours of a year', () => {
  it('are 24 for each day, a day without data among them', () => {
    const grid = hourGrid([evenDay('2026-06-02', 15, london.timeZone)], {
      ...london,
      span: { from: '2026-06-01', to: '2026-06-04' },
    })
    expect(grid.map(({ day, hours }) => [day, hours?.length ?? null])).toEqual([
      ['2026-06-01', null],
      ['2026-06-02', 24],
      ['2026-06-03', null],
    ])
    expect(grid[1]?.hours?.[7]).toEqual({ energyWh: 40n, quality: 'Measured', times: 1 })
  })

  it('lack the hour that the clocks skip', () => {
    const cells = cellsOf(evenDay('2026-03-29', 30, london.timeZone))
    expect(cells[1]).toMatchObject({ energyWh: 0n, times: 0 })
    expect(cells[2]).toMatchObject({ energyWh: 20n, times: 1 })
  })

  it('hold both of the hour that the clocks repeat', () => {
    const cells = cellsOf(evenDay('2026-10-25', 30, london.timeZone))
    expect(cells[1]).toMatchObject({ energyWh: 40n, times: 2 })
    expect(cells[23]).toMatchObject({ energyWh: 20n, times: 1 })
  })

  it('are as well known as their worst interval, and a missing one adds nothing', () => {
    const day = evenDay('2026-06-01', 30, london.timeZone)
    const qualities = day.qualities.map((quality, index) => (index === 1 ? 'Missing' : quality))
    expect(cellsOf({ ...day, qualities })[0]).toEqual({ energyWh: 10n, quality: 'Missing', times: 1 })
  })

  it('are not known of a day that is known only as a whole', () =>
    expect(cellsOf(evenDay('2026-06-01', 1_440, london.timeZone))).toEqual([]))
})

describe('the mean of an hour', () => {
  const span = { from: '2026-10-24', to: '2026-10-27' }
  const days = [evenDay('2026-10-24', 60, london.timeZone), evenDay('2026-10-25', 30, london.timeZone)]

  it('is over every time the clock showed it: once 10 Wh and twice 20 Wh are 50 ÷ 3, rounded down', () => {
    const means = meanHours(hourGrid(days, { ...london, span }))
    expect(means[1]).toBe(16n)
    expect(means[2]).toBe(15n)
  })

  it('leaves out what is missing, and is not known of nothing', () => {
    const [first, second] = days.map((day) => ({ ...day, qualities: day.qualities.map(() => 'Missing' as const) }))
    expect(meanHours(hourGrid([first!, days[1]!], { ...london, span }))[2]).toBe(20n)
    expect(meanHours(hourGrid([first!, second!], { ...london, span }))).toEqual(Array.from({ length: 24 }, () => null))
  })
})
