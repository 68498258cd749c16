import { describe, expect, it } from 'vitest'
import { wallClockAt } from './calendar'
import { localClock } from './local-clock'

const HALF_HOUR_S = 1_800
const at = (text: string) => Date.parse(text) / 1_000

/** Days on which the clocks of these zones change, and the days around them. */
const changes: [zone: string, from: string][] = [
  ['Europe/London', '2026-03-28T00:00:00Z'],
  ['Europe/London', '2026-10-24T00:00:00Z'],
  ['Australia/Sydney', '2026-04-03T00:00:00Z'],
  ['Australia/Sydney', '2026-10-02T00:00:00Z'],
  ['America/New_York', '2026-03-07T00:00:00Z'],
  ['America/New_York', '2026-10-31T00:00:00Z'],
  ['Asia/Shanghai', '2026-03-28T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-03T00:00:00Z'],
  ['Asia/Kathmandu', '2026-03-28T00:00:00Z'],
]

describe('localClock', () => {
  it.each(changes)('shows what the clock of %s shows from %s', (zone, from) => {
    const clock = localClock(zone)
    for (let step = 0; step < 4 * 48; step++) {
      const instant = at(from) + step * HALF_HOUR_S
      const { year, month, day, minute } = clock(instant)
      const shown = wallClockAt(instant, zone)
      const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
      expect([date, minute]).toEqual([shown.date, shown.hour * 60 + shown.minute])
    }
  })

  it('knows weekdays and counts days', () => {
    const clock = localClock('Asia/Shanghai')
    expect(clock(at('2026-01-31T15:59:00Z'))).toMatchObject({ weekday: 6, month: 1, minute: 1_439 })
    expect(clock(at('2026-01-31T16:00:00Z'))).toMatchObject({ weekday: 0, month: 2, day: 1, minute: 0 })
    expect(clock(0)).toMatchObject({ dayNumber: 0, weekday: 4, minute: 480 })
  })
})
