import { describe, expect, it } from 'vitest'
import { DaysSeen } from './days-seen'

describe('DaysSeen', () => {
  it('knows each day that was there, in whatever order they come', () => {
    const budget = { left: 100 }
    const seen = new DaysSeen(budget)
    const days = [5, 6, 7, 1, 3, 2, 9, 8, 20, 19, 4]
    expect(days.map((day) => seen.add(day))).toEqual(days.map(() => true))
    expect(days.map((day) => seen.add(day))).toEqual(days.map(() => false))
    expect([0, 10, 18, 21].map((day) => seen.add(day))).toEqual([true, true, true, true])
    // 0–10 and 18–21.
    expect(budget.left).toBe(98)
  })

  it('agrees with a set', () => {
    const [seen, set] = [new DaysSeen({ left: 1_000 }), new Set<number>()]
    for (let at = 0; at < 3_000; at++) {
      const day = (at * at * 7 + at * 13) % 997
      expect(seen.add(day)).toBe(!set.has(day))
      set.add(day)
    }
  })

  it('says when there is more to remember than it may', () => {
    const seen = new DaysSeen({ left: 2 })
    expect([1, 3, 5, 2, 5].map((day) => seen.add(day))).toEqual([true, true, null, true, true])
  })
})
