import { describe, expect, it } from 'vitest'
import { axisTicks, spanTicks } from './axis-ticks'

describe('axisTicks', () => {
  it('steps in round numbers to just above the largest value', () => {
    expect(axisTicks(125_345)).toEqual([0, 50_000, 100_000, 150_000])
    expect(axisTicks(98)).toEqual([0, 20, 40, 60, 80, 100])
    expect(axisTicks(12)).toEqual([0, 2.5, 5, 7.5, 10, 12.5])
  })
  it('has an axis even when nothing was used', () => expect(axisTicks(0)).toEqual([0, 1]))
})

describe('spanTicks', () => {
  it('goes no lower than zero where nothing is negative', () =>
    expect(spanTicks({ low: 0, high: 98 })).toEqual([0, 20, 40, 60, 80, 100]))
  it('is as far apart below zero as above it', () =>
    expect(spanTicks({ low: -30, high: 98 })).toEqual([-40, -20, 0, 20, 40, 60, 80, 100]))
  it('needs nothing above zero', () => expect(spanTicks({ low: -98, high: 0 })).toEqual([-100, -80, -60, -40, -20, 0]))
})
