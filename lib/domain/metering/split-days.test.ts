import { describe, expect, it } from 'vitest'
import { DaySplitter } from './split-days'

const at = (iso: string) => Date.parse(iso) / 1_000
const QUARTER = 900

describe('a local day', () => {
  it.each([
    ['Europe/London', '2026-03-29', '2026-03-29T00:00:00Z', 92],
    ['Europe/London', '2026-10-25', '2026-10-24T23:00:00Z', 100],
    ['Australia/Sydney', '2026-10-04', '2026-10-03T14:00:00Z', 92],
    ['Australia/Sydney', '2026-04-05', '2026-04-04T13:00:00Z', 100],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 92],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 100],
    ['Asia/Shanghai', '2026-03-29', '2026-03-28T16:00:00Z', 96],
  ])('of %s, %s, starts at %3$s and has %4$i quarter-hours', (zone, day, start, count) => {
    const splitter = new DaySplitter(zone)
    expect(splitter.countOf(day, 15)).toBe(count)
    // The last quarter of the day before, the day, and the first of the next.
    const parts = splitter.split({ start: at(start) - QUARTER, seconds: QUARTER, count: count + 2 })
    expect(parts).toMatchObject([
      { length: 1, from: 0 },
      { day, minutes: 15, count, first: 0, from: 1, length: count },
      { first: 0, from: count + 1, length: 1 },
    ])
  })
})

describe('intervals', () => {
  it('of the eastern Australian market, whose clocks never change, are cut at midnights of Sydney', () => {
    // 24 hours from 00:00 UTC+10 in summer, when Sydney is at UTC+11: from 01:00 to 01:00.
    const parts = new DaySplitter('Australia/Sydney').split({
      start: at('2026-01-01T14:00:00Z'),
      seconds: 1_800,
      count: 48,
    })
    expect(parts).toEqual([
      { day: '2026-01-02', minutes: 30, count: 48, first: 2, from: 0, length: 46 },
      { day: '2026-01-03', minutes: 30, count: 48, first: 0, from: 46, length: 2 },
    ])
  })

  it('of a whole day are one each, whatever the clocks do', () => {
    const parts = new DaySplitter('Europe/London').split({
      start: at('2026-03-28T00:00:00Z'),
      seconds: 86_400,
      count: 3,
    })
    expect(parts).toMatchObject([{ day: '2026-03-28' }, { day: '2026-03-29', count: 1 }, { day: '2026-03-30' }])
  })

  it('that lie across midnight are refused', () => {
    const india = new DaySplitter('Asia/Kolkata')
    expect(india.split({ start: at('2026-01-01T00:00:00Z'), seconds: 3_600, count: 1 })).toBe('IntervalsMisaligned')
    expect(india.split({ start: at('2026-01-01T00:00:00Z'), seconds: 86_400, count: 1 })).toBe('IntervalsMisaligned')
    expect(india.split({ start: at('2026-01-01T00:00:00Z'), seconds: 1_800, count: 1 })).toHaveLength(1)
  })

  it('of a length that fits no hour are refused', () => {
    expect(new DaySplitter('UTC').split({ start: 0, seconds: 420, count: 1 })).toBe('IntervalLengthUnusual')
  })
})
