import { describe, expect, it } from 'vitest'
import { addDays } from './calendar'
import type { MeterDay } from './meter-day'
import { withShortGapsFilled } from './short-gaps'
import { wh } from '../units/units'

function dayWith(date: string, missing: readonly number[]): MeterDay {
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  return {
    day: date,
    minutes: 60,
    importWh: hours.map((hour) => wh(missing.includes(hour) ? 0n : 100n)),
    exportWh: hours.map(() => wh(0n)),
    qualities: hours.map((hour) => (missing.includes(hour) ? 'Missing' : 'Measured')),
  }
}

describe('withShortGapsFilled', () => {
  it('draws a line over an hour, and leaves a day out of which most is missing', () => {
    const first = '2026-01-05'
    const days = [
      dayWith(first, []),
      dayWith(addDays(first, 1), [3]),
      dayWith(addDays(first, 2), [0, 1, 2, 3, 4, 5, 6, 7, 8]),
      dayWith(addDays(first, 3), []),
    ]
    const { days: known, filled, left } = withShortGapsFilled(days, 'Asia/Shanghai')
    expect(known.map(({ day }) => day)).toEqual([first, addDays(first, 1), addDays(first, 3)])
    expect([filled, left]).toEqual([1, 1])
    expect(known[1]?.importWh[3]).toBe(100n)
    expect(known[1]?.qualities[3]).toBe('Estimated')
  })
})
