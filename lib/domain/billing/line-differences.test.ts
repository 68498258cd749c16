import { describe, expect, it } from 'vitest'
import { micro, microPerKwh, wh } from '../units/units'
import { lineDifferences, linesAfter } from './line-differences'
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

describe('linesAfter', () => {
  const whole = (kind: Line['kind'], payee: Line['payee'], amount: bigint): BillLine => {
    return { ...line(kind, payee, amount), quantity: wh(1n), price: microPerKwh(0n) }
  }
  const first = [whole('Energy', 'Seller', 10n), whole('Network', 'Grid', 4n), whole('AnnualExcess', 'Seller', 3n)]
  const energy = { reversed: first.slice(0, 2), lines: [whole('Energy', 'Seller', 8n), whole('Network', 'Grid', 3n)] }
  const trueUp = { reversed: first.slice(2), lines: [whole('AnnualShortfall', 'Seller', 1n)] }

  it('takes back what each run reverses, and keeps the rest', () => {
    expect(linesAfter(first, [])).toEqual(first)
    expect(linesAfter(first, [energy, trueUp]).map(({ amount }) => amount)).toEqual([8n, 3n, 1n])
    expect(linesAfter(first, [trueUp, energy]).reduce((sum, { amount }) => sum + amount, 0n)).toBe(12n)
  })

  it('takes back only as many as were reversed of lines that are alike', () => {
    const funds = [whole('GovernmentFund', 'Government', 5n), whole('GovernmentFund', 'Government', 5n)]
    const run = { reversed: funds.slice(1), lines: [whole('GovernmentFund', 'Government', 4n)] }
    expect(linesAfter(funds, [run]).map(({ amount }) => amount)).toEqual([5n, 4n])
  })
})
