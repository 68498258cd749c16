import { describe, expect, it } from 'vitest'
import { intervalsIn, packQualities, unpackQualities, worstQuality, type IntervalQuality } from './meter-day'

describe('the qualities of a day', () => {
  it('are one byte each where they differ: measured 0, estimated 1, substituted 2, missing 3', () => {
    const qualities: IntervalQuality[] = ['Measured', 'Estimated', 'Substituted', 'Missing']
    const packed = packQualities(qualities)
    expect([...(packed ?? [])]).toEqual([0, 1, 2, 3])
    expect(unpackQualities(packed, { quality: 'Missing', count: 4 })).toEqual(qualities)
  })

  it('are not stored where all are the same', () => {
    expect(packQualities(['Estimated', 'Estimated'])).toBeNull()
    expect(unpackQualities(null, { quality: 'Estimated', count: 2 })).toEqual(['Estimated', 'Estimated'])
  })

  it('are refused where they do not fit the day', () => {
    expect(() => unpackQualities(Uint8Array.of(0), { quality: 'Measured', count: 2 })).toThrow(RangeError)
    expect(() => unpackQualities(Uint8Array.of(4), { quality: 'Measured', count: 1 })).toThrow(RangeError)
  })

  it('make the day as good as its worst: an estimate is worse than a substitute, missing is worst', () => {
    expect(worstQuality(['Measured', 'Substituted', 'Measured'])).toBe('Substituted')
    expect(worstQuality(['Estimated', 'Substituted'])).toBe('Estimated')
    expect(worstQuality(['Estimated', 'Missing', 'Substituted'])).toBe('Missing')
    expect(worstQuality([])).toBe('Measured')
  })
})

describe('the intervals of a day', () => {
  it.each([
    ['Europe/London', '2026-03-29', 92],
    ['Europe/London', '2026-10-25', 100],
    ['Australia/Sydney', '2026-10-04', 92],
    ['Australia/Sydney', '2026-04-05', 100],
    ['America/New_York', '2026-03-08', 92],
    ['America/New_York', '2026-11-01', 100],
    ['Asia/Shanghai', '2026-03-29', 96],
  ])('are counted by the clocks of %s: %s has %i quarter-hours', (zone, day, quarters) => {
    expect(intervalsIn(day, 15, zone)).toBe(quarters)
    expect(intervalsIn(day, 1_440, zone)).toBe(1)
  })
})
