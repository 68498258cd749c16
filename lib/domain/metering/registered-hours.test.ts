import { describe, expect, it } from 'vitest'
import { wh, type Wh } from '@/lib/domain/units/units'
import { registeredHours } from './registered-hours'

const repeated = (count: number, energy: bigint): Wh[] => Array.from({ length: count }, () => wh(energy))
const dayOf = (day: string, minutes: number, importWh: Wh[]) => ({
  day,
  minutes,
  importWh,
  exportWh: importWh.map(() => wh(1n)),
})

describe('registered hours', () => {
  it('are four quarters each', () => {
    const hours = registeredHours(dayOf('2026-01-02', 15, repeated(96, 250n)), 'Asia/Shanghai')
    expect(hours).toHaveLength(24)
    expect(hours[18]).toEqual({ month: 1, hour: 18, importWh: 1_000n, exportWh: 4n })
  })

  it('leave out the hour that the clocks of London skip, and name one twice when they go back', () => {
    const spring = registeredHours(dayOf('2026-03-29', 30, repeated(46, 1n)), 'Europe/London')
    expect(spring.map(({ hour }) => hour).slice(0, 3)).toEqual([0, 2, 3])
    const autumn = registeredHours(dayOf('2026-10-25', 60, repeated(25, 1n)), 'Europe/London')
    expect(autumn.map(({ hour }) => hour).slice(0, 4)).toEqual([0, 1, 1, 2])
  })

  it('of a day known only as a whole are even and lose nothing', () => {
    const hours = registeredHours(dayOf('2026-10-25', 1_440, [wh(1_000n)]), 'Europe/London')
    expect(hours).toHaveLength(25)
    expect(hours.map(({ importWh }) => importWh)).toEqual(repeated(25, 40n))
    const odd = registeredHours(dayOf('2026-01-02', 1_440, [wh(25n)]), 'Asia/Shanghai')
    expect(odd.reduce((sum, { importWh }) => sum + importWh, 0n)).toBe(25n)
  })
})
