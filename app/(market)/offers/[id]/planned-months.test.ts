import { describe, expect, it } from 'vitest'
import { watt, wh } from '@/lib/domain/units/units'
import { plannedMonths } from './planned-months'

const zone = 'Asia/Shanghai'
const december = Date.parse('2026-12-01T00:00+08:00') / 1000
const year = Array.from({ length: 13 }, (_, index) => {
  const month = ((10 + index) % 12) + 1
  return {
    month: `${index < 2 ? 2025 : 2026}-${String(month).padStart(2, '0')}`,
    usedWh: wh(BigInt(index) * 1000n),
    maxDemand: watt(BigInt(index)),
  }
})

describe('plannedMonths', () => {
  it('starts with the month of supply and takes the same month of the past year', () => {
    const months = plannedMonths(december, zone, year)
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual({ start: december, suggestedWh: 1000n, maxDemand: 1n })
    expect(months[11]?.suggestedWh).toBe(12_000n)
  })
  it('gives a month without measurements the average of the others', () => {
    const measured = [
      { month: '2026-01', usedWh: wh(1000n), maxDemand: watt(40n) },
      { month: '2026-02', usedWh: wh(3000n), maxDemand: watt(70n) },
    ]
    const months = plannedMonths(december, zone, measured)
    expect(months.map(({ suggestedWh }) => suggestedWh)).toEqual([2000n, 1000n, 3000n, ...Array(9).fill(2000n)])
    // And the highest of their demands.
    expect(months.map(({ maxDemand }) => maxDemand)).toEqual([70n, 40n, 70n, ...Array(9).fill(70n)])
  })
  it('suggests nothing for a meter nobody has read', () =>
    expect(
      plannedMonths(december, zone, []).every(
        ({ suggestedWh, maxDemand }) => suggestedWh === null && maxDemand === null,
      ),
    ).toBe(true))
})
