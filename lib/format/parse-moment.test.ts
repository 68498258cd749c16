import { describe, expect, it } from 'vitest'
import { parseMoment, typedMoment } from './parse-moment'

const utc = (text: string) => Date.parse(text) / 1_000

describe('parseMoment', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-03T14:05', '2026-11-03T06:05:00Z'],
    ['Asia/Shanghai', '2026-11-03T14:05:30', '2026-11-03T06:05:30Z'],
    ['Europe/London', '2026-07-01T12:00', '2026-07-01T11:00:00Z'],
    ['Europe/London', '2026-03-29T00:59', '2026-03-29T00:59:00Z'],
    ['Europe/London', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
    // The clocks go back: 01:30 is shown twice.
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00Z'],
    ['Europe/London', '2026-10-25T02:00', '2026-10-25T02:00:00Z'],
    ['Australia/Sydney', '2026-01-01T00:00', '2025-12-31T13:00:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
  ])('%s: %s', (timeZone, text, at) => {
    expect(parseMoment(text, timeZone)).toBe(utc(at))
  })

  it.each([
    ['Europe/London', '2026-03-29T01:30'],
    ['America/New_York', '2026-03-08T02:00'],
    ['Asia/Shanghai', '2026-02-30T00:00'],
    ['Asia/Shanghai', '2026-02-03'],
    ['Asia/Shanghai', '2026-02-03T25:00'],
    ['Asia/Shanghai', 'tomorrow'],
    ['Asia/Shanghai', ''],
  ])('%s has no %s', (timeZone, text) => {
    expect(parseMoment(text, timeZone)).toBeNull()
  })

  it.each(['Asia/Shanghai', 'Europe/London', 'Australia/Sydney', 'America/New_York'])('reads back: %s', (timeZone) => {
    // No clock is changed at noon UTC.
    for (let at = utc('2026-01-01T12:00:00Z'); at < utc('2027-01-01T00:00:00Z'); at += 86_400) {
      expect(parseMoment(typedMoment(at, timeZone), timeZone)).toBe(at)
    }
  })
})
