import { describe, expect, it } from 'vitest'
import { micro } from '../units/units'
import { lineDifferences } from './line-differences'
import type { BillLine } from './lines'

type Line = Pick<BillLine, 'kind' | 'payee' | 'amount'>
const line = (kind: Line['kind'], payee: Line['payee'], amount: bigint): Line => ({
  kind,
  payee,
  amount: micro(amount),
})

describe('lineDifferences', () => {
  it('pairs lines of one kind and payee in their order, and keeps the order of the new bill', () => {
    const before = [
      line('Energy', 'Seller', 10n),
      line('GovernmentFund', 'Government', 3n),
      line('GovernmentFund', 'Government', 5n),
    ]
    const after = [
      line('Energy', 'Seller', 7n),
      line('GovernmentFund', 'Government', 4n),
      line('GovernmentFund', 'Government', 5n),
    ]
    expect(lineDifferences(before, after).map(({ difference }) => difference)).toEqual([-3n, 1n, 0n])
  })

  it('shows a line that is new, and last the one that is gone', () => {
    const before = [line('Excess', 'Seller', 8n), line('Energy', 'Seller', 10n)]
    const after = [line('Energy', 'Seller', 9n), line('ShortfallPenalty', 'Seller', 2n)]
    expect(lineDifferences(before, after)).toEqual([
      { before: before[1], after: after[0], difference: -1n },
      { before: null, after: after[1], difference: 2n },
      { before: before[0], after: null, difference: -8n },
    ])
  })

  it('adds up to what the totals differ by', () => {
    const before = [line('Energy', 'Grid', 10n), line('ServiceFee', 'Seller', 4n), line('Excess', 'Grid', 6n)]
    const after = [line('Energy', 'Grid', 8n), line('ServiceFee', 'Seller', 5n)]
    expect(lineDifferences(before, after).reduce((sum, { difference }) => sum + difference, 0n)).toBe(-7n)
  })
})
