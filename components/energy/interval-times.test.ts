import { describe, expect, it } from 'vitest'
import { intervalsIn, type MeterDay } from '@/lib/domain/metering/meter-day'
import { wh } from '@/lib/domain/units/units'
import { intervalTimes } from './interval-times'

function dayOf(day: string, minutes: number, timeZone: string): MeterDay {
  const importWh = Array.from({ length: intervalsIn(day, minutes, timeZone) }, () => wh(1n))
  return { day, minutes, importWh, exportWh: importWh, qualities: importWh.map(() => 'Measured') }
}

describe('intervalTimes', () => {
  it.each([
    ['Europe/London', '2026-03-29', 92, ['00:45', '02:00']],
    ['Europe/London', '2026-10-25', 100, ['00:45', '01:00']],
    ['Asia/Shanghai', '2026-03-29', 96, ['00:45', '01:00']],
  ])('follows the clock of %s on %s: %i quarter-hours', (timeZone, date, count, aroundOne) => {
    const times = intervalTimes(dayOf(date, 15, timeZone), timeZone)
    expect(times).toHaveLength(count)
    expect(times.slice(3, 5)).toEqual(aroundOne)
    expect(times.at(-1)).toBe('23:45')
    expect(times.filter((time) => time === '01:00')).toHaveLength(count === 100 ? 2 : count === 92 ? 0 : 1)
  })

  it('has one time for a whole day', () => {
    expect(intervalTimes(dayOf('2026-03-29', 1_440, 'Europe/London'), 'Europe/London')).toEqual(['00:00'])
  })
})
