import { describe, expect, it } from 'vitest'
import type { LineKind } from '@/lib/domain/billing/lines'
import { micro } from '@/lib/domain/units/units'
import { groupLines, sumOf } from './line-groups'

const line = (kind: LineKind, amount: bigint) => ({ kind, amount: micro(amount) })

describe('groupLines', () => {
  it('puts every line in one group, so that the subtotals add up to the bill', () => {
    const lines = [
      line('Energy', 40n),
      line('ServiceFee', 1n),
      line('Network', 12n),
      line('GovernmentFund', 5n),
      line('Excess', 7n),
    ]
    const groups = groupLines(lines)
    expect(groups.map(({ name, subtotal }) => [name, subtotal])).toEqual([
      ['energy', 41n],
      ['regulated', 17n],
      ['deviation', 7n],
    ])
    expect(sumOf(lines)).toBe(groups.reduce((sum, group) => sum + group.subtotal, 0n))
  })

  it('leaves out a group without lines', () => {
    expect(groupLines([line('ShortfallPenalty', 3n)]).map(({ name }) => name)).toEqual(['deviation'])
  })
})
