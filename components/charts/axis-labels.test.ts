import { describe, expect, it } from 'vitest'
import { labelStep, labelWidth } from './axis-labels'

const year = Array.from({ length: 12 }, () => 'Nov 2026')

describe('labelWidth', () => {
  it('gives Chinese the width it takes', () => expect(labelWidth('11月')).toBe(29))
  it('counts Latin letters and figures alike', () => expect(labelWidth('Nov 2026')).toBe(60))
})

describe('labelStep', () => {
  it('shows every label where there is room', () => expect(labelStep(year, 1_000)).toBe(1))
  it('leaves some out where there is not', () => {
    // 30 px a month: 60 px of label and 15 px by which an outer one is moved inside take three months.
    expect(labelStep(year, 360)).toBe(3)
    expect(labelStep(year, 216)).toBe(5)
  })
  it('shows the label of a single month', () => expect(labelStep(['Nov 2026'], 216)).toBe(1))
})
