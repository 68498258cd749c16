import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { intervalsIn, type IntervalQuality, type MeterDay } from './meter-day'
import { spanOf, type MeteringView } from './metering-view'
import { energyOf, isOutside, isUnknown, qualitiesOf, qualityOf } from './use-point'
import { curvePoints, type CurveOf } from './curve-points'
import { compareYears, highestDemand, totalsOf } from './use-totals'

const SHANGHAI = 'Asia/Shanghai'
const ALWAYS = { from: '2000-01-01', to: '2100-01-01' }
const curve = (view: MeteringView, date: string, more: Partial<CurveOf> = {}): CurveOf => ({
  view,
  span: spanOf(view, date),
  metered: ALWAYS,
  timeZone: SHANGHAI,
  ...more,
})

/** 1 Wh in the first interval, 2 in the second, and so on; 1 Wh exported in each. */
function countingDay(day: string, minutes: number, timeZone = SHANGHAI, quality: IntervalQuality = 'Measured') {
  const count = intervalsIn(day, minutes, timeZone)
  const importWh = Array.from({ length: count }, (_, index) => wh(BigInt(index + 1)))
  return { day, minutes, importWh, exportWh: importWh.map(() => wh(1n)), qualities: importWh.map(() => quality) }
}

const importOf = (points: ReturnType<typeof curvePoints>) => points.map((point) => Number(energyOf(point.importWh)))

describe('the points of a day', () => {
  it('are its intervals, named by the wall clock', () => {
    const points = curvePoints([countingDay('2026-11-26', 15)], curve('day', '2026-11-26'))
    expect(points).toHaveLength(96)
    expect(points.slice(0, 3).map(({ slot }) => slot)).toEqual(['00:00', '00:15', '00:30'])
    expect(points.at(-1)).toMatchObject({ slot: '23:45', minute: 1_425, again: false })
    expect(energyOf(points[95]?.importWh ?? points[0]!.importWh)).toBe(96n)
  })

  it('come together in longer ones where asked: four quarter-hours are an hour', () => {
    const points = curvePoints([countingDay('2026-11-26', 15)], curve('day', '2026-11-26', { atLeastMinutes: 60 }))
    expect(importOf(points).slice(0, 2)).toEqual([1 + 2 + 3 + 4, 5 + 6 + 7 + 8])
    expect(points).toHaveLength(24)
  })

  it.each([
    ['Europe/London', '2026-03-29', 23, '01:00', undefined],
    ['Australia/Sydney', '2026-10-04', 23, '02:00', undefined],
    ['America/New_York', '2026-03-08', 23, '02:00', undefined],
    ['Europe/London', '2026-10-25', 25, undefined, '01:00 again'],
    ['Australia/Sydney', '2026-04-05', 25, undefined, '02:00 again'],
    ['America/New_York', '2026-11-01', 25, undefined, '01:00 again'],
    [SHANGHAI, '2026-03-29', 24, undefined, undefined],
  ])('in %s on %s are %i hours', (timeZone, day, hours, skipped, repeated) => {
    const points = curvePoints([countingDay(day, 60, timeZone)], curve('day', day, { timeZone }))
    const slots = points.map(({ slot }) => slot)
    expect(points).toHaveLength(hours)
    expect(new Set(slots).size).toBe(hours)
    expect(slots).not.toContain(skipped)
    expect(slots.filter((slot) => slot.includes('again'))).toEqual(repeated ? [repeated] : [])
    expect(importOf(points)).toEqual(Array.from({ length: hours }, (_, index) => index + 1))
  })

  it('are missing where the day has no data, one for each hour; to come where it cannot have any yet', () => {
    const missing = curvePoints([], curve('day', '2026-10-25', { timeZone: 'Europe/London' }))
    expect(missing).toHaveLength(25)
    expect(missing.every((point) => isUnknown(point) && !isOutside(point))).toBe(true)
    const toCome = curvePoints([], curve('day', '2026-11-27', { metered: { from: '2025-01-01', to: '2026-11-27' } }))
    expect(toCome).toHaveLength(24)
    expect(toCome.every(isOutside)).toBe(true)
  })

  it('are one where only the day as a whole is known', () => {
    const [point, ...others] = curvePoints([countingDay('2026-11-26', 1_440)], curve('day', '2026-11-26'))
    expect(others).toEqual([])
    expect(point).toMatchObject({ slot: 'day', minute: null, minutes: { Measured: 1_440 } })
  })

  it('keep apart what was measured, estimated and substituted, and count no energy of a missing interval', () => {
    const day: MeterDay = {
      ...countingDay('2026-11-26', 15),
      qualities: Array.from({ length: 96 }, (_, index) =>
        index < 4 ? (['Measured', 'Estimated', 'Substituted', 'Missing'] as const)[index]! : 'Measured',
      ),
    }
    const [first] = curvePoints([day], curve('day', '2026-11-26', { atLeastMinutes: 60 }))
    expect(first?.importWh).toEqual({ Measured: 1n, Estimated: 2n, Substituted: 3n })
    expect(first?.exportWh).toEqual({ Measured: 1n, Estimated: 1n, Substituted: 1n })
    expect(first?.minutes).toEqual({ Measured: 15, Estimated: 15, Substituted: 15, Missing: 15 })
    expect(qualitiesOf(first!)).toEqual(['Measured', 'Substituted', 'Estimated', 'Missing'])
    expect(qualityOf(first!)).toBe('Missing')
  })
})

describe('the points of longer spans', () => {
  it('of a week are its hours, Monday first', () => {
    const points = curvePoints([countingDay('2026-11-24', 30)], curve('week', '2026-11-26'))
    expect(points).toHaveLength(7 * 24)
    expect(points[24]).toMatchObject({ slot: '1 00:00', day: '2026-11-24', importWh: { Measured: 1n + 2n } })
    expect(points.filter((point) => !isUnknown(point))).toHaveLength(24)
  })

  it('of a week with the clocks put back are 169 hours in London', () => {
    expect(curvePoints([], curve('week', '2026-10-25', { timeZone: 'Europe/London' }))).toHaveLength(169)
  })

  it('of a week with a day known only as a whole are its days', () => {
    const days = [countingDay('2026-11-23', 60), countingDay('2026-11-24', 1_440)]
    const points = curvePoints(days, curve('week', '2026-11-26'))
    expect(points.map(({ slot }) => slot)).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(importOf(points).slice(0, 2)).toEqual([300, 1])
  })

  it('of a month are its days, missing ones too', () => {
    const points = curvePoints([countingDay('2024-02-29', 60)], curve('month', '2024-02-01'))
    expect(points).toHaveLength(29)
    expect(points[28]).toMatchObject({ slot: '29', day: '2024-02-29', importWh: { Measured: 300n } })
    expect(points[0]?.minutes.Missing).toBe(24 * 60)
  })

  it('of a year are its months, each with how much of it is missing', () => {
    const days = [countingDay('2026-01-01', 60), countingDay('2026-01-02', 60, SHANGHAI, 'Estimated')]
    const metered = { from: '2026-01-01', to: '2026-01-05' }
    const points = curvePoints(days, curve('year', '2026-05-01', { metered }))
    expect(points).toHaveLength(12)
    expect(points[0]?.minutes).toEqual({ Measured: 1_440, Estimated: 1_440, Substituted: 0, Missing: 2 * 1_440 })
    expect(points.slice(1).every(isOutside)).toBe(true)
    expect(totalsOf(points)).toMatchObject({ importWh: 600n, exportWh: 48n, minutes: { Missing: 2_880 } })
  })
})

describe('the highest demand', () => {
  it('is the mean power of one interval: 24 Wh in a quarter-hour are 96 W', () => {
    const days = [countingDay('2026-11-25', 60), { ...countingDay('2026-11-26', 15) }]
    expect(highestDemand(days)).toEqual({ demand: 96n * 4n, day: '2026-11-26', interval: 95, minutes: 15 })
  })
  it('is not known of whole days', () => expect(highestDemand([countingDay('2026-11-26', 1_440)])).toBeNull())
})

describe('this year against last', () => {
  it('counts only days that both know: 24 hours of 1 to 24 Wh are 300 Wh', () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => countingDay(day, 60))
    const holed = { ...countingDay('2025-11-02', 60), qualities: Array.from({ length: 24 }, () => 'Missing' as const) }
    const before = [countingDay('2025-11-01', 60), holed, countingDay('2025-11-30', 60)]
    expect(compareYears('month', { days, before })).toEqual({ hereWh: 300n, beforeWh: 300n, days: 1, uncompared: 2 })
  })
  it('holds a Thursday against a Thursday in the week', () => {
    const [days, before] = [[countingDay('2026-11-26', 60)], [countingDay('2025-11-27', 60)]]
    expect(compareYears('week', { days, before })).toMatchObject({ days: 1 })
    expect(compareYears('month', { days, before })).toMatchObject({ days: 0, uncompared: 1 })
  })
  it('has nothing to hold 29 February against', () =>
    expect(
      compareYears('month', { days: [countingDay('2024-02-29', 60)], before: [countingDay('2023-03-01', 60)] }),
    ).toMatchObject({ days: 0, uncompared: 1 }))
})
