import { describe, expect, it } from 'vitest'
import { wrongCount } from './check-days'
import { sampleDay } from './meter-day.sample'
import { slotsOf } from './slots'

/** Dates on which the clocks change in 2026, as the zones' laws have them; China has had no summer time since 1991. */
const DAYS = [
  { place: 'London, forward', timeZone: 'Europe/London', day: '2026-03-29', hours: 23 },
  { place: 'London, back', timeZone: 'Europe/London', day: '2026-10-25', hours: 25 },
  { place: 'Sydney, back', timeZone: 'Australia/Sydney', day: '2026-04-05', hours: 25 },
  { place: 'Sydney, forward', timeZone: 'Australia/Sydney', day: '2026-10-04', hours: 23 },
  { place: 'New York, forward', timeZone: 'America/New_York', day: '2026-03-08', hours: 23 },
  { place: 'New York, back', timeZone: 'America/New_York', day: '2026-11-01', hours: 25 },
  { place: 'Shanghai when London goes forward', timeZone: 'Asia/Shanghai', day: '2026-03-29', hours: 24 },
  { place: 'Shanghai when New York goes back', timeZone: 'Asia/Shanghai', day: '2026-11-01', hours: 24 },
]

describe('the number of intervals of a local day', () => {
  it.each(DAYS)('$place: $hours hours', ({ timeZone, day, hours }) => {
    for (const [minutes, perHour] of [
      [60, 1],
      [30, 2],
      [15, 4],
      [5, 12],
    ] as const) {
      const whole = sampleDay(day, { minutes, timeZone })
      expect(slotsOf(whole, timeZone)).toHaveLength(hours * perHour)
      expect(wrongCount(whole, timeZone)).toEqual([])
      for (const given of [92, 96, 100].map((quarters) => (quarters / 4) * perHour)) {
        if (given === hours * perHour) continue
        const importWh = Array.from({ length: given }, () => whole.importWh[0]!)
        const facts = { day, minutes, expected: hours * perHour, given }
        expect(wrongCount({ ...whole, importWh }, timeZone)).toEqual([
          { kind: 'fault', about: { name: 'IntervalCountWrong', facts, line: null } },
        ])
      }
    }
  })

  it('takes one interval for the whole day, however long it is', () => {
    const [slot] = slotsOf({ day: '2026-10-25', minutes: 1_440 }, 'Europe/London')
    expect(slot!.end - slot!.start).toBe(25 * 3_600)
  })
})

describe('what the wall clock shows', () => {
  const hoursShown = (day: string, timeZone: string) =>
    slotsOf({ day, minutes: 60 }, timeZone)
      .slice(0, 5)
      .map(({ minute }) => minute / 60)

  it.each([
    ['London', 'Europe/London', '2026-03-29', [0, 2, 3, 4, 5]],
    ['London', 'Europe/London', '2026-10-25', [0, 1, 1, 2, 3]],
    ['Sydney', 'Australia/Sydney', '2026-10-04', [0, 1, 3, 4, 5]],
    ['Sydney', 'Australia/Sydney', '2026-04-05', [0, 1, 2, 2, 3]],
    ['New York', 'America/New_York', '2026-03-08', [0, 1, 3, 4, 5]],
    ['New York', 'America/New_York', '2026-11-01', [0, 1, 1, 2, 3]],
    ['Shanghai', 'Asia/Shanghai', '2026-03-29', [0, 1, 2, 3, 4]],
  ])('in %s on %s %s', (_, timeZone, day, shown) => {
    expect(hoursShown(day, timeZone)).toEqual(shown)
  })
})
