import { describe, expect, it } from 'vitest'
import { settleRepeats, type GivenInterval } from './repeats'

const FIRST = Date.parse('2026-01-01T00:00Z') / 1_000
const interval = (number: number, energy: number, more: Partial<GivenInterval> = {}): GivenInterval => ({
  start: FIRST + number * 1_800,
  seconds: 1_800,
  energy: BigInt(energy),
  updated: null,
  line: null,
  ...more,
})
const settled = (...given: GivenInterval[]) => {
  const { kept, findings } = settleRepeats(given)
  return {
    kept: kept.map(({ energy }) => Number(energy)),
    found: findings.map(({ kind, about }) => `${kind} ${about.name}`),
  }
}

describe('intervals as they were given', () => {
  it('puts them in order of time', () => {
    expect(settled(interval(2, 30), interval(0, 10), interval(1, 20))).toEqual({ kept: [10, 20, 30], found: [] })
  })

  it('keeps one of two that say the same, with a remark', () => {
    expect(settled(interval(0, 10), interval(1, 20), interval(0, 10))).toEqual({
      kept: [10, 20],
      found: ['remark IntervalRepeated'],
    })
  })

  it('refuses two values for one instant when nobody says which came later', () => {
    const { findings } = settleRepeats([interval(0, 10, { line: 4 }), interval(0, 11, { line: 9 })])
    const facts = { at: '2026-01-01T00:00Z', first: '10', second: '11' }
    expect(findings).toEqual([{ kind: 'fault', about: { name: 'IntervalContradicted', facts, line: 9 } }])
    const same = { updated: FIRST }
    expect(settled(interval(0, 10, same), interval(0, 11, same)).found).toEqual(['fault IntervalContradicted'])
    expect(settled(interval(0, 10, same), interval(0, 11)).found).toEqual(['fault IntervalContradicted'])
  })

  it('takes the one that was updated last, wherever it stands', () => {
    const [old, young] = [interval(0, 10, { updated: FIRST }), interval(0, 11, { updated: FIRST + 1 })]
    expect(settled(old, young)).toEqual({ kept: [11], found: ['remark IntervalReplaced'] })
    expect(settled(young, old)).toEqual({ kept: [11], found: ['remark IntervalReplaced'] })
  })

  it('refuses what overlaps, by a part or in another length', () => {
    expect(settled(interval(0, 10), interval(0, 5, { start: FIRST + 900 })).found).toEqual(['fault IntervalsOverlap'])
    expect(settled(interval(0, 10), interval(0, 5, { seconds: 900 })).found).toEqual(['fault IntervalsOverlap'])
    expect(settled(interval(0, 10), interval(1, 5)).found).toEqual([])
  })

  it('refuses energy below zero', () => {
    expect(settled(interval(0, -1), interval(1, 0))).toEqual({ kept: [0], found: ['fault EnergyNegative'] })
  })
})
