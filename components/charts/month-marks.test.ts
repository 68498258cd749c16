import { describe, expect, it } from 'vitest'
import { extent, monthMarks } from './month-marks'
import type { PlotRow } from './plot-rows'

const row = (bars: PlotRow['bars'], more: Partial<PlotRow> = {}): PlotRow => ({
  ...{ index: 0, month: 'Jan', bars, mark: null, band: null, outside: false },
  ...more,
})

describe('monthMarks', () => {
  it('stands bars side by side on zero', () =>
    expect(monthMarks(row([3, 5]))).toEqual([
      { series: 0, from: 0, to: 3 },
      { series: 1, from: 0, to: 5 },
    ]))
  it('stacks each bar on the one before it', () =>
    expect(monthMarks(row([3, 5, 1]), true)).toEqual([
      { series: 0, from: 0, to: 3 },
      { series: 1, from: 3, to: 8 },
      { series: 2, from: 8, to: 9 },
    ]))
  it('stacks what is negative below zero, without taking it from what stands above', () =>
    expect(monthMarks(row([3, -2, 4, -1]), true)).toEqual([
      { series: 0, from: 0, to: 3 },
      { series: 1, from: -2, to: 0 },
      { series: 2, from: 3, to: 7 },
      { series: 3, from: -3, to: -2 },
    ]))
  it('draws nothing where there is nothing', () => expect(monthMarks(row([null, 0]), true)).toEqual([]))
})

describe('extent', () => {
  it('reaches from the deepest stack to the highest thing drawn', () => {
    expect(extent([row([3, -2]), row([4, 5])], true)).toEqual({ low: -2, high: 9 })
    expect(extent([row([3]), row([4], { mark: 6 })])).toEqual({ low: 0, high: 6 })
    expect(extent([row([3], { band: [2, 7] })])).toEqual({ low: 0, high: 7 })
  })
  it('holds zero, even of nothing', () => expect(extent([row([null])])).toEqual({ low: 0, high: 0 }))
})
