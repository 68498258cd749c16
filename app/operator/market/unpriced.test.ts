import { describe, expect, it } from 'vitest'
import { unpriced } from './unpriced'

/** Ten seconds each. */
const PERIODS = Array.from({ length: 20 }, (_, index) => ({ start: index * 10, end: index * 10 + 10 }))
const starts = (published: number[], now: number) =>
  unpriced(
    PERIODS,
    published.map((start) => ({ start })),
    now,
  ).map(({ start }) => start)

describe('unpriced', () => {
  it('has what is over, the latest first, then three of what runs and comes', () =>
    expect(starts([10, 30], 45)).toEqual([20, 0, 40, 50, 60]))

  it('leaves out what has a price already, also ahead', () =>
    expect(starts([0, 10, 30, 40, 60], 50)).toEqual([20, 50, 70, 80]))

  it('counts the last second of a period to it', () => {
    expect(starts([0, 10], 29)).toEqual([20, 30, 40])
    expect(starts([0, 10], 30)).toEqual([20, 30, 40, 50])
  })

  it('has a year of what is over', () =>
    expect(starts([], 180)).toEqual([170, 160, 150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 180, 190]))
})
